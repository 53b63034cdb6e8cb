package kmmotos.desktop.headoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import kmmotos.desktop.headoffice.ShortageView.Done;
import kmmotos.desktop.headoffice.ShortageView.Proposals;
import kmmotos.desktop.headoffice.ShortageView.Waiting;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.EntryBar;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Workplace;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// The cases at the left; at the right the chosen one, whom it concerns, and what can be done.
final class ShortagesPane extends ListAndDetail<ShortageView> {

    private final ShortagesModel model;

    ShortagesPane(Workplace workplace, ShortagesModel model) {
        super(workplace);
        this.model = model;
        column("headoffice.store", 70, one -> one.store().value());
        column(
                "headoffice.item",
                230,
                one -> one.description().isEmpty() ? one.sku().value() : one.description());
        column("headoffice.missing", 80, one -> formats.quantity(one.missing())).right();
        column("headoffice.since", 150, one -> formats.dateTime(one.openedAt()));
        list(
                "chain-shortages",
                model.cases(),
                new EmptyNote(
                        MaterialDesignC.CHECK_ALL,
                        texts.get("headoffice.no_shortages"),
                        texts.get("headoffice.no_shortages_text")),
                chosen -> chosen.map(ShortageView::caseId).ifPresent(model::choose));
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignH.HAND_COIN_OUTLINE,
                        texts.get("headoffice.choose_shortage"),
                        texts.get("headoffice.choose_shortage_text")));
    }

    @Override
    List<Node> cards(ShortageView shortage) {
        List<Node> cards = new ArrayList<>();
        cards.add(figures(shortage));
        if (shortage.closedAt().isEmpty()) {
            shortage.proposals().ifPresent(proposals -> cards.addAll(ways(shortage, proposals)));
        }
        if (!shortage.actions().isEmpty()) {
            cards.add(done(shortage));
        }
        return cards;
    }

    private Node figures(ShortageView shortage) {
        var facts =
                new Facts()
                        .add("SKU", shortage.sku().value())
                        .add(texts.get("headoffice.on_hand"), formats.quantity(shortage.onHand()))
                        .add(
                                texts.get("headoffice.reserved"),
                                formats.quantity(shortage.reserved()))
                        .add(texts.get("headoffice.since"), formats.dateTime(shortage.openedAt()));
        var card = new Card(shortage.store() + " · " + shortage.description(), facts);
        if (shortage.closedAt().isPresent()) {
            var over = new Label(texts.get("headoffice.shortage_over"));
            over.setId("shortage-over");
            over.setWrapText(true);
            card.getChildren().add(over);
        }
        return card;
    }

    private List<Node> ways(ShortageView shortage, Proposals proposals) {
        List<Node> cards = new ArrayList<>();
        cards.add(asking(proposals));
        shortage.orders().forEach(order -> cards.add(order(order, proposals)));
        return cards;
    }

    private Node asking(Proposals proposals) {
        var stores = buttons();
        for (var store : proposals.stores()) {
            stores.getChildren()
                    .add(
                            button(
                                    "ask-" + store.store(),
                                    texts.get(
                                            "headoffice.ask_store",
                                            store.store(),
                                            formats.quantity(store.available())),
                                    () -> model.ask(store.store())));
        }
        var ask = new Card(texts.get("headoffice.ask"), stores);
        if (proposals.stores().isEmpty()) {
            ask.getChildren().add(muted(texts.get("headoffice.nobody_has")));
        }
        return ask;
    }

    private Node order(Waiting order, Proposals proposals) {
        var facts =
                new Facts()
                        .add(
                                texts.get("headoffice.customer"),
                                order.contactName()
                                        + order.contactPhone().map(" · "::concat).orElse(""))
                        .add(
                                texts.get("headoffice.wants"),
                                texts.get(
                                        order.missing().isPositive()
                                                ? "headoffice.wants_missing"
                                                : "headoffice.wants_served",
                                        formats.quantity(order.quantity()),
                                        formats.quantity(order.missing())))
                        .add(texts.get("headoffice.placed"), formats.dateTime(order.placedAt()));
        var card = new Card(texts.get("headoffice.order", order.number()), facts);
        if (order.missing().isPositive()) {
            card.getChildren().add(ways(order, proposals));
            card.getChildren().add(cancelling(order));
        }
        return card;
    }

    private Node ways(Waiting order, Proposals proposals) {
        var ways = buttons();
        if (!order.isMovable()) {
            return muted(texts.get("headoffice.put_aside"));
        }
        for (var store : proposals.storesFor(order.orderId())) {
            ways.getChildren()
                    .add(
                            button(
                                    "move-" + store,
                                    texts.get("headoffice.move_order", store),
                                    () -> model.move(order, store)));
        }
        for (var substitute : proposals.substitutes()) {
            ways.getChildren()
                    .add(
                            button(
                                    "substitute-" + substitute.sku(),
                                    texts.get("headoffice.substitute", substitute.description()),
                                    () -> model.substitute(order, substitute)));
        }
        return ways;
    }

    private Node cancelling(Waiting order) {
        return new EntryBar("why-" + order.number(), texts.get("headoffice.why"))
                .does(
                        "cancel-" + order.number(),
                        texts.get("headoffice.cancel_order"),
                        why -> model.cancel(order, why),
                        "danger");
    }

    private Node done(ShortageView shortage) {
        var list = new Facts();
        for (Done action : shortage.actions()) {
            list.add(formats.dateTime(action.at()), said(shortage, action));
        }
        return new Card(texts.get("headoffice.done"), list);
    }

    private String said(ShortageView shortage, Done action) {
        String order =
                shortage.orders().stream()
                        .filter(one -> action.orderId().filter(one.orderId()::equals).isPresent())
                        .map(Waiting::number)
                        .findFirst()
                        .orElse("");
        String detail =
                action.store()
                        .map(Object::toString)
                        .or(() -> action.sku().map(Object::toString))
                        .orElse(action.note());
        return texts.get(
                        "headoffice.done." + action.kind().toLowerCase(Locale.ROOT),
                        order,
                        detail,
                        action.quantity().map(formats::quantity).orElse(""))
                .strip();
    }

    private Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private static FlowPane buttons() {
        var buttons = new FlowPane(8, 8);
        buttons.setPrefWrapLength(400);
        return buttons;
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
