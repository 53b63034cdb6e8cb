package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import kmmotos.desktop.headoffice.ExceptionView.Concern;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.EntryBar;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The work list at the left; at the right what the chosen item is about and what can be done.
final class ExceptionsPane extends ListAndDetail<ExceptionView> {

    private final ExceptionsModel model;

    ExceptionsPane(Workplace workplace, ExceptionsModel model) {
        super(workplace);
        this.model = model;
        column("headoffice.store", 70, one -> one.store().value());
        column("headoffice.what_is_wrong", 260, this::cause);
        column("headoffice.about", 150, this::about);
        column("headoffice.since", 150, one -> formats.dateTime(one.raisedAt()));
        list(
                "chain-exceptions",
                model.items(),
                new EmptyNote(
                        MaterialDesignC.CHECK_ALL,
                        texts.get("headoffice.no_exceptions"),
                        texts.get("headoffice.no_exceptions_text")),
                model::choose);
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_CHECK_OUTLINE,
                        texts.get("headoffice.choose_exception"),
                        texts.get("headoffice.choose_exception_text")));
    }

    /// In plain words, for the codes this program knows; else in the server's.
    private String cause(ExceptionView item) {
        String words = texts.get("headoffice.cause." + item.code());
        return words.startsWith("!") ? item.cause() : words;
    }

    private String about(ExceptionView item) {
        Concern concern = item.concerns();
        return concern.receipt()
                .or(() -> concern.zNumber().map(number -> texts.get("headoffice.z_number", number)))
                .orElseGet(() -> kind(concern.kind()));
    }

    private String kind(String kind) {
        String words = texts.get("status.fact." + kind);
        return words.startsWith("!") ? kind : words;
    }

    @Override
    List<Node> cards(ExceptionView item) {
        return List.of(what(item), ways(item));
    }

    private Node what(ExceptionView item) {
        Concern concern = item.concerns();
        var facts = new Facts().add(texts.get("headoffice.about"), about(item));
        concern.amount()
                .ifPresent(
                        amount -> facts.add(texts.get("headoffice.amount"), formats.money(amount)));
        if (!concern.skus().isEmpty()) {
            facts.add(
                    "SKU",
                    concern.skus().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        facts.add(texts.get("headoffice.since"), formats.dateTime(item.raisedAt()));
        var words = new Label(cause(item));
        words.setWrapText(true);
        var detail = new Label(item.cause());
        detail.setWrapText(true);
        detail.getStyleClass().add("muted");
        return new Card(texts.get("headoffice.in_store", item.store()), words, facts, detail);
    }

    private Node ways(ExceptionView item) {
        var card = new Card(texts.get("headoffice.what_to_do"));
        if (item.isAboutAnUnknownOrder()) {
            card.getChildren()
                    .add(
                            entry(
                                    "exception-order",
                                    "headoffice.order_meant",
                                    "headoffice.book_on_order",
                                    text -> model.bookOn(item, text)));
        }
        if (item.mayBeTriedAgain()) {
            var again = new Button(texts.get("headoffice.try_again"));
            again.setId("exception-retry");
            again.setOnAction(_ -> model.retry(item));
            card.getChildren().add(again);
        }
        card.getChildren()
                .add(
                        entry(
                                "exception-note",
                                "headoffice.set_aside_why",
                                "headoffice.set_aside",
                                text -> model.setAside(item, text)));
        return card;
    }

    private Node entry(String id, String promptKey, String buttonKey, Consumer<String> action) {
        return new EntryBar(id, texts.get(promptKey))
                .does(id + "-do", texts.get(buttonKey), action);
    }
}
