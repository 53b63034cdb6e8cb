package kmmotos.desktop.sales;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.quotes.Quote;

/// What stands on a quote beside its goods: for whom, how long it holds, a note. Enter writes it
/// down and prints a slip, F6 saves it as a page too.
final class QuoteDialog implements Dialog {
    private static final String USUAL_DAYS = "30";

    private final Texts texts;
    private final Dialogs layer;
    private final QuoteModel model;
    private final TextField customer;
    private final TextField days;
    private final TextField note;
    private final VBox view = new VBox();

    QuoteDialog(SaleModels models, Dialogs layer, Consumer<Quote> print, Consumer<Quote> save) {
        this.texts = models.desk().texts();
        this.layer = layer;
        this.model = models.quotes();
        this.customer = field("quote-customer", "sales.quote.for", model.customerName());
        this.days = field("quote-days", "sales.quote.how_long", USUAL_DAYS);
        this.note = field("quote-note", "sales.quote.note", "");
        var slip = KeyCap.button("Enter", texts.get("sales.quote.slip"), () -> make(print));
        slip.getStyleClass().add("primary");
        slip.setId("make-quote");
        var page = KeyCap.button("F6", texts.get("sales.quote.page"), () -> make(save));
        var keys = new HBox(slip, page);
        keys.getStyleClass().add("toolbar");
        view.getStyleClass().add("dialog-body");
        view.getChildren()
                .addAll(
                        new Label(texts.get("sales.quote.for")),
                        customer,
                        new Label(texts.get("sales.quote.how_long")),
                        days,
                        new Label(texts.get("sales.quote.note")),
                        note,
                        keys);
        view.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        make(print);
                    } else if (event.getCode() == KeyCode.F6) {
                        event.consume();
                        make(save);
                    }
                });
    }

    private TextField field(String id, String name, String text) {
        var field = new TextField(text);
        field.setId(id);
        field.setAccessibleText(texts.get(name));
        return field;
    }

    private void make(Consumer<Quote> then) {
        layer.close(this);
        model.make(new QuoteModel.Terms(days.getText(), customer.getText(), note.getText()), then);
    }

    @Override
    public String title() {
        return texts.get("sales.quote.title");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return customer;
    }
}
