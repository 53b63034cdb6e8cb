package kmmotos.desktop.headoffice;

import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.PurchaseProgress;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The purchase orders at the left; at the right the chosen one with what came of it, or a new one.
final class PurchasesPane extends HBox {
    private static final double WIDTH = 460;

    private final PurchasesModel model;
    private final Texts texts;
    private final Formats formats;
    private final TableView<PurchaseView> table;
    private final NamedField number;
    private final NamedField supplier;
    private final NamedField store;
    private final DatePicker expected = new DatePicker();
    private final NamedField tolerance;
    private final TextArea lines = new TextArea();
    private final VBox progress = new VBox();

    PurchasesPane(Workplace workplace, PurchasesModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        this.number = field("number");
        this.supplier = field("supplier");
        this.store = field("store");
        this.tolerance = field("tolerance");
        this.table = table();
        progress.getStyleClass().add("column");
        getStyleClass().addAll("split", "tab-content");
        HBox.setHgrow(table, Priority.ALWAYS);
        var column =
                new VBox(
                        new Card(texts.get("headoffice.purchases.one"), facts(), buttons()),
                        progress);
        column.getStyleClass().add("column");
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
        getChildren().addAll(table, scroll);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> choose(Optional.ofNullable(one)));
        model.formProperty().subscribe(this::show);
    }

    private void choose(Optional<PurchaseView> one) {
        model.choose(one);
        progress.getChildren().clear();
        one.ifPresent(view -> progress.getChildren().add(progress(view.progress())));
    }

    private NamedField field(String what) {
        return new NamedField(
                texts, "purchase-" + what, "headoffice.purchases." + what + "_prompt");
    }

    private TableView<PurchaseView> table() {
        var list = new TableView<>(model.orders());
        list.setId("purchases");
        column(list, "headoffice.purchases.number", 110, one -> order(one).number());
        column(list, "headoffice.purchases.store", 60, one -> order(one).store().value());
        column(list, "headoffice.purchases.supplier", 180, one -> order(one).supplier());
        column(
                list,
                "headoffice.purchases.expected",
                110,
                one -> formats.date(order(one).expected()));
        list.getColumns()
                .add(
                        new TextColumn<PurchaseView>(
                                        texts.get("headoffice.purchases.total"),
                                        110,
                                        one -> formats.money(order(one).total()))
                                .right());
        column(
                list,
                "headoffice.state",
                120,
                one -> texts.get("headoffice.purchases.state." + one.state()));
        list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        list.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_TEXT_OUTLINE,
                        texts.get("headoffice.purchases.none"),
                        texts.get("headoffice.purchases.none_text")));
        return list;
    }

    private void column(
            TableView<PurchaseView> list,
            String title,
            double width,
            Function<PurchaseView, String> text) {
        list.getColumns().add(new TextColumn<>(texts.get(title), width, text));
    }

    private static PurchaseOrder order(PurchaseView view) {
        return view.progress().order();
    }

    private Node facts() {
        expected.setId("purchase-expected");
        expected.setMaxWidth(Double.MAX_VALUE);
        expected.setConverter(
                new LocalDateStringConverter(FormatStyle.SHORT, texts.locale(), null));
        lines.setId("purchase-lines");
        lines.setPromptText(texts.get("headoffice.purchases.lines_prompt"));
        lines.setAccessibleText(texts.get("headoffice.purchases.lines_prompt"));
        lines.setPrefRowCount(8);
        return new Facts()
                .add(texts.get("headoffice.purchases.number"), number)
                .add(texts.get("headoffice.purchases.supplier"), supplier)
                .add(texts.get("headoffice.purchases.store"), store)
                .add(texts.get("headoffice.purchases.expected"), expected)
                .add(texts.get("headoffice.purchases.tolerance"), tolerance)
                .add(texts.get("headoffice.purchases.lines"), lines);
    }

    private Node buttons() {
        var save = new Button(texts.get("headoffice.purchases.save"));
        save.setId("purchase-save");
        save.getStyleClass().add("primary");
        save.setOnAction(_ -> model.save(typed()));
        var fresh = new Button(texts.get("headoffice.purchases.new"));
        fresh.setId("purchase-new");
        fresh.setOnAction(_ -> {
            table.getSelectionModel().clearSelection();
            choose(Optional.empty());
            number.requestFocus();
        });
        var picked = table.getSelectionModel().selectedItemProperty();
        var close = new Button(texts.get("headoffice.purchases.close"));
        close.setId("purchase-close");
        close.getStyleClass().add("danger");
        close.disableProperty().bind(picked.map(one -> !order(one).open()).orElse(true));
        close.setOnAction(_ -> model.close(picked.get()));
        var row = new HBox(save, fresh, close);
        row.getStyleClass().add("toolbar");
        return row;
    }

    private Node progress(PurchaseProgress of) {
        var facts = new Facts();
        of.order()
                .lines()
                .forEach(line ->
                        facts.add(
                                line.sku().value(),
                                new Label(came(of, line.sku(), line.quantity()))));
        of.came().stream()
                .filter(came -> of.order().line(came.sku()).isEmpty())
                .forEach(came ->
                        facts.add(
                                came.sku().value(),
                                new Label(
                                        texts.get(
                                                "headoffice.purchases.unordered",
                                                formats.quantity(came.quantity())))));
        return new Card(texts.get("headoffice.purchases.progress"), facts);
    }

    private String came(PurchaseProgress of, Sku sku, Quantity ordered) {
        String words =
                texts.get(
                        "headoffice.purchases.line",
                        formats.quantity(of.came(sku)),
                        formats.quantity(ordered));
        return of.came().stream()
                .filter(came -> came.sku().equals(sku) && came.damaged().isPositive())
                .findFirst()
                .map(came ->
                        words
                                + ", "
                                + texts.get(
                                        "headoffice.purchases.damaged",
                                        formats.quantity(came.damaged())))
                .orElse(words);
    }

    private PurchaseForm typed() {
        return new PurchaseForm(
                number.getText(),
                supplier.getText(),
                store.getText(),
                expected.getValue(),
                tolerance.getText(),
                lines.getText());
    }

    private void show(PurchaseForm form) {
        number.setText(form.number());
        supplier.setText(form.supplier());
        store.setText(form.store());
        expected.setValue(form.expected());
        tolerance.setText(form.tolerance());
        lines.setText(form.lines());
    }
}
