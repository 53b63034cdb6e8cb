package kmmotos.desktop.stock;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.staff.ApprovalPane;
import kmmotos.desktop.stock.ShortageBook.Missing;
import kmmotos.desktop.stock.ShortageBook.Wish;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.EntryBar;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.orders.Order;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is missing for web orders, and what other shops ask for: one card each.
final class ShortagePane extends VBox implements StockSide {

    private final ShortageModel model;
    private final Texts texts;
    private final Formats formats;

    private final ApprovalPane approval;

    ShortagePane(Workplace workplace, ShortageModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.formats = workplace.formats();
        this.approval = new ApprovalPane(model.approvals(), texts, this::requestFocus);
        getStyleClass().add("column");
        model.shortages().addListener((ListChangeListener<Missing>) _ -> show());
        model.wishes().addListener((ListChangeListener<Wish>) _ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(List.of(approval));
        model.wishes().forEach(wish -> getChildren().add(wish(wish)));
        model.shortages().forEach(shortage -> getChildren().add(shortage(shortage)));
        if (model.wishes().isEmpty() && model.shortages().isEmpty()) {
            getChildren()
                    .add(
                            new EmptyNote(
                                    MaterialDesignC.CHECK_ALL,
                                    texts.get("stock.no_shortages"),
                                    texts.get("stock.no_shortages_text")));
        }
    }

    private Node wish(Wish wish) {
        var facts = new Facts();
        for (Transfer.Line line : wish.request().lines()) {
            wish.items().stream()
                    .filter(item -> item.sku().equals(line.sku()))
                    .findFirst()
                    .ifPresent(item ->
                            facts.add(
                                    item.description(),
                                    texts.get(
                                            "stock.wish_line",
                                            formats.quantity(line.quantity()),
                                            formats.quantity(item.onHand()))));
        }
        var send = button("send-wish", texts.get("stock.wish_send"), () -> model.send(wish));
        send.getStyleClass().add("primary");
        return new Card(texts.get("stock.wish", wish.by().name()), facts, send);
    }

    private Node shortage(Missing shortage) {
        var item = shortage.item();
        var facts =
                new Facts()
                        .add("SKU", item.sku().value())
                        .add(texts.get("stock.on_hand"), formats.quantity(item.onHand()))
                        .add(texts.get("stock.reserved"), formats.quantity(item.reserved()))
                        .add(
                                texts.get("stock.since"),
                                formats.dateTime(shortage.shortage().openedAt()));
        for (TransferRequest asked : shortage.asked()) {
            facts.add(
                    texts.get("stock.asked_already"),
                    asked.from() + " · " + formats.dateTime(asked.askedAt()));
        }
        var card =
                new Card(
                        texts.get(
                                "stock.shortage",
                                item.description(),
                                formats.quantity(shortage.missing())),
                        facts,
                        looking(shortage),
                        asking(shortage));
        shortage.orders().forEach(order -> card.getChildren().add(cancelling(order)));
        return card;
    }

    private Node looking(Missing shortage) {
        return new EntryBar("found-" + shortage.item().sku(), texts.get("stock.found_how_many"))
                .does(
                        "book-found",
                        texts.get("stock.found"),
                        counted -> model.found(shortage, counted));
    }

    private Node asking(Missing shortage) {
        var stores = new FlowPane(8, 8);
        for (int i = 0; i < shortage.elsewhere().size(); i++) {
            var shop = shortage.elsewhere().get(i);
            var has = shortage.shortage().elsewhere().get(i).available();
            stores.getChildren()
                    .add(
                            button(
                                    "ask-" + shop.store(),
                                    texts.get("stock.ask", shop.name(), formats.quantity(has)),
                                    () -> model.ask(shortage, shop)));
        }
        return stores;
    }

    private Node cancelling(Order order) {
        var name = new Label(order.number() + " · " + order.contactName());
        var why =
                new EntryBar("why-" + order.number(), texts.get("stock.cancel_why"))
                        .does(
                                "cancel-" + order.number(),
                                texts.get("stock.cancel_order"),
                                text -> model.cancel(order.orderId(), order.number(), text));
        return new VBox(name, why);
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    @Override
    public boolean isAllowed() {
        return model.mayCount();
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void scanned(String code) {
        // Nothing is collected here; a scan belongs to counting or sending.
    }

    @Override
    public boolean isAsking() {
        return model.approvals().askedProperty().get().isPresent();
    }

    @Override
    public void cancel() {
        model.approvals().cancel();
    }

    @Override
    public void book() {
        // Each card has its own buttons.
    }
}
