package kmmotos.desktop.headoffice;

import java.time.LocalDate;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import kmmotos.desktop.headoffice.RatesModel.Line;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Rates of foreign cash by shop; at the right a new one, and the end of the chosen one.
final class RatesPane extends ListAndDetail<Line> {
    private final RatesModel model;
    private final DatePicker from = new DatePicker();

    /// @param today the day that a rate usually begins on
    RatesPane(Workplace workplace, RatesModel model, LocalDate today) {
        super(workplace);
        this.model = model;
        column("headoffice.purchases.store", 80, line -> line.store().value());
        column("headoffice.rates.currency", 100, line -> line.rate().currency().getCurrencyCode());
        column("headoffice.rates.rate", 140, this::rate).right();
        column("headoffice.rates.from", 160, line -> formats.date(line.rate().from()));
        list(
                "rates",
                model.lines(),
                new EmptyNote(
                        MaterialDesignC.CASH_MULTIPLE,
                        texts.get("headoffice.rates.none"),
                        texts.get("headoffice.rates.none_text")),
                model::choose);
        above(form(today));
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignC.CASH_MULTIPLE,
                        texts.get("headoffice.rates.choose"),
                        texts.get("headoffice.rates.choose_text")));
    }

    private String rate(Line line) {
        return line.isEnd()
                ? texts.get("headoffice.rates.not_taken")
                : formats.decimal(line.rate().rate());
    }

    private Node form(LocalDate today) {
        var store = new NamedField(texts, "rate-store", "headoffice.rates.store_prompt");
        var currency = new NamedField(texts, "rate-currency", "headoffice.rates.currency_prompt");
        var rate = new NamedField(texts, "rate-rate", "headoffice.rates.rate_prompt");
        from.setId("rate-from");
        from.setAccessibleText(texts.get("headoffice.rates.from"));
        from.setMaxWidth(Double.MAX_VALUE);
        from.setConverter(new LocalDateStringConverter(FormatStyle.SHORT, texts.locale(), null));
        from.setValue(today);
        var set = new Button(texts.get("headoffice.rates.set"));
        set.setId("rate-set");
        set.getStyleClass().add("primary");
        set.setOnAction(_ ->
                model.add(
                        new RatesModel.Typed(
                                store.getText(),
                                currency.getText(),
                                rate.getText(),
                                from.getValue())));
        var hint = new Label(texts.get("headoffice.rates.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        return new Card(
                texts.get("headoffice.rates.new"),
                new VBox(8, store, currency, rate, from, hint, set));
    }

    @Override
    List<Node> cards(Line chosen) {
        var facts =
                new Facts()
                        .add(texts.get("headoffice.purchases.store"), chosen.store().value())
                        .add(texts.get("headoffice.rates.rate"), rate(chosen))
                        .add(
                                texts.get("headoffice.rates.from"),
                                formats.date(chosen.rate().from()));
        var end = new Button(texts.get("headoffice.rates.end"));
        end.setId("rate-end");
        end.getStyleClass().add("danger");
        end.setDisable(chosen.isEnd());
        end.setOnAction(_ -> model.end(chosen, from.getValue()));
        return List.of(
                new Card(chosen.rate().currency().getCurrencyCode(), new VBox(8, facts, end)));
    }
}
