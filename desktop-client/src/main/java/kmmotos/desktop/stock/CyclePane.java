package kmmotos.desktop.stock;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kmmotos.desktop.staff.ApprovalPane;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is to be counted today, bin after bin, without what the books say of it.
public final class CyclePane extends VBox implements StockSide {

    private final Workplace workplace;
    private final CycleModel model;
    private final Texts texts;
    private final ListView<CycleModel.Asked> list;
    private final TextField reason = new TextField();
    private final VBox differences = new VBox();
    private final Card result;
    private final ScanBar bar;

    public CyclePane(Workplace workplace, CycleModel model) {
        this.workplace = workplace;
        this.model = model;
        this.texts = workplace.texts();
        this.list = list();
        this.result = new Card(texts.get("stock.cycle_result"), differences);
        this.bar = bar();
        getStyleClass().add("column");
        getChildren()
                .addAll(
                        new ApprovalPane(model.count().approvals(), texts, bar::focus),
                        new Card(
                                texts.get("stock.cycle"),
                                muted(texts.get("stock.cycle_hint")),
                                progress(),
                                list,
                                bar,
                                reason()),
                        result);
        result.managedProperty().bind(result.visibleProperty());
        model.resultProperty().subscribe(this::show);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private Label progress() {
        var label = new Label();
        label.setId("cycle-progress");
        label.setWrapText(true);
        model.progressProperty()
                .subscribe(now ->
                        label.setText(
                                texts.get(
                                        "stock.cycle_progress",
                                        now.counted(),
                                        now.entered(),
                                        now.left())));
        return label;
    }

    private ListView<CycleModel.Asked> list() {
        var items = new ListView<>(model.asked());
        items.setId("cycle-lines");
        items.setAccessibleText(texts.get("stock.cycle"));
        items.setPrefHeight(380);
        items.setCellFactory(_ -> GoodsLinePane.cell(this::row));
        items.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CHECK_CIRCLE_OUTLINE,
                        texts.get("stock.cycle_none"),
                        texts.get("stock.cycle_none_text")));
        // A row that stays marked while the list moves under it would get the next quantity.
        model.asked()
                .addListener(
                        (ListChangeListener<CycleModel.Asked>)
                                _ -> items.getSelectionModel().clearSelection());
        items.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line ->
                        model.choose(Optional.ofNullable(line).map(one -> one.item().sku())));
        items.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        return items;
    }

    private GoodsLinePane row(CycleModel.Asked line) {
        return line.counted()
                .map(counted ->
                        GoodsLinePane.blind(
                                line.item(),
                                texts.get(
                                        "stock.cycle_entered",
                                        workplace.formats().quantity(counted)),
                                false))
                .orElseGet(() ->
                        GoodsLinePane.blind(line.item(), texts.get("stock.cycle_open"), true));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            bar.focus();
        } else if (event.getCode() == KeyCode.DELETE) {
            event.consume();
            reason.requestFocus();
        }
    }

    private ScanBar bar() {
        var scans =
                new ScanBar(texts, "cycle-quantity", model::typed)
                        .books(
                                "cycle-book",
                                texts.get("stock.count_book"),
                                model.count()::book,
                                model.count().busyProperty());
        scans.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.DOWN) {
                        event.consume();
                        intoTheList();
                    }
                });
        return scans;
    }

    private void intoTheList() {
        list.requestFocus();
        list.getItems().stream()
                .filter(line -> line.counted().isEmpty())
                .findFirst()
                .ifPresent(list.getSelectionModel()::select);
    }

    private HBox reason() {
        reason.setId("cycle-reason");
        reason.setPromptText(texts.get("stock.cycle_reason"));
        reason.setAccessibleText(texts.get("stock.cycle_reason"));
        reason.setOnAction(_ -> {
            model.skip(reason.getText());
            reason.clear();
            bar.focus();
        });
        HBox.setHgrow(reason, Priority.ALWAYS);
        var skip = KeyCap.button("Del", texts.get("stock.cycle_skip"), reason::requestFocus);
        skip.setFocusTraversable(false);
        skip.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(skip, reason);
        line.getStyleClass().add("toolbar");
        return line;
    }

    private void show(Optional<List<CycleModel.Difference>> booked) {
        result.setVisible(booked.isPresent());
        List<CycleModel.Difference> found = booked.orElse(List.of());
        differences
                .getChildren()
                .setAll(
                        found.isEmpty()
                                ? List.of(muted(texts.get("stock.cycle_no_difference")))
                                : found.stream().map(this::words).toList());
    }

    private Label words(CycleModel.Difference one) {
        var label =
                new Label(
                        texts.get(
                                "stock.cycle_difference",
                                one.item().description(),
                                (one.pieces().isPositive() ? "+" : "")
                                        + workplace.formats().quantity(one.pieces()),
                                workplace.formats().money(one.worth())));
        label.setWrapText(true);
        return label;
    }

    @Override
    public boolean isAllowed() {
        return model.count().mayCount();
    }

    @Override
    public void shown() {
        model.refresh();
        bar.focus();
    }

    @Override
    public void scanned(String code) {
        list.getSelectionModel().clearSelection();
        model.scanned(code);
        bar.focus();
    }

    @Override
    public boolean isAsking() {
        return model.count().approvals().askedProperty().get().isPresent();
    }

    @Override
    public void cancel() {
        model.count().approvals().cancel();
    }

    @Override
    public void book() {
        model.count().book();
    }
}
