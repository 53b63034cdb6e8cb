package kmmotos.desktop.headoffice;

import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import kmmotos.desktop.headoffice.ChainView.DayTakings;
import kmmotos.desktop.headoffice.ChainView.TotalTakings;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.TextColumn;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What the chain took in, in one figure, and by day and store.
final class TakingsPane extends VBox {

    private static final int DAYS_SHOWN_FIRST = 7;

    private final HeadOfficeModel model;
    private final Texts texts;
    private final Formats formats;
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final HBox figures = new HBox();

    TakingsPane(Workplace workplace, HeadOfficeModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        // Without it a date looks as this computer's language has it, not as the screens do.
        var dates = new LocalDateStringConverter(FormatStyle.SHORT, texts.locale(), null);
        from.setConverter(dates);
        until.setConverter(dates);
        getStyleClass().addAll("column", "tab-content");
        figures.getStyleClass().add("figures");
        LocalDate today = model.today(workplace.store().timeZone());
        until.setValue(today);
        from.setValue(today.minusDays(DAYS_SHOWN_FIRST - 1));
        from.setOnAction(_ -> refresh());
        until.setOnAction(_ -> refresh());
        var bar = new HBox(named("headoffice.from", from), from, named("headoffice.until", until));
        bar.getChildren().add(until);
        bar.getStyleClass().add("toolbar");
        var table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, figures, table);
        model.totals().subscribe(this::showTotals);
    }

    void refresh() {
        if (from.getValue() != null && until.getValue() != null) {
            model.showTakings(from.getValue(), until.getValue());
        }
    }

    private Label named(String key, DatePicker picker) {
        var label = new Label(texts.get(key));
        label.setLabelFor(picker);
        return label;
    }

    private void showTotals() {
        figures.getChildren().clear();
        for (TotalTakings total : model.totals()) {
            figures.getChildren()
                    .addAll(
                            figure(formats.money(total.total()), "headoffice.total"),
                            figure(formats.money(total.tax()), "headoffice.tax"),
                            figure(formats.count(total.sales()), "headoffice.sales"),
                            figure(formats.quantity(total.units()), "headoffice.units"));
        }
    }

    private Node figure(String value, String key) {
        var number = new Label(value);
        number.getStyleClass().add("figure-value");
        var name = new Label(texts.get(key));
        name.getStyleClass().add("muted");
        var box = new VBox(number, name);
        box.getStyleClass().addAll("figure", "card");
        return box;
    }

    private TableView<DayTakings> table() {
        var table = new TableView<>(model.days());
        table.setId("takings-days");
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.day"),
                                150,
                                day -> formats.date(day.businessDay())));
        table.getColumns()
                .add(
                        new TextColumn<>(
                                texts.get("headoffice.store"), 80, day -> day.store().value()));
        figure(table, "headoffice.sales", day -> formats.count(day.sales()));
        figure(table, "headoffice.net", day -> formats.money(day.net()));
        figure(table, "headoffice.tax", day -> formats.money(day.tax()));
        figure(table, "headoffice.cash", day -> tender(day.tenders(), "cash"));
        figure(table, "headoffice.card", day -> tender(day.tenders(), "card"));
        figure(table, "headoffice.gift_card", day -> tender(day.tenders(), "gift_card"));
        figure(table, "headoffice.account", day -> tender(day.tenders(), "account"));
        figure(table, "headoffice.deposit", day -> tender(day.tenders(), "deposit"));
        figure(table, "headoffice.total", day -> formats.money(day.total()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(
                new EmptyNote(
                        MaterialDesignC.CASH_MULTIPLE,
                        texts.get("headoffice.no_takings"),
                        texts.get("headoffice.no_takings_text")));
        return table;
    }

    private void figure(
            TableView<DayTakings> table, String key, Function<DayTakings, String> text) {
        table.getColumns().add(new TextColumn<>(texts.get(key), 110, text).right());
    }

    private String tender(Map<String, Money> tenders, String kind) {
        Money amount = tenders.get(kind);
        return amount == null ? "" : formats.money(amount);
    }
}
