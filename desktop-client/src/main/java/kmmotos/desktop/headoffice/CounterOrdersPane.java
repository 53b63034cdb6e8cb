package kmmotos.desktop.headoffice;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.EmptyNote;
import kmmotos.desktop.ui.Facts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.deposits.CounterOrderProgress;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The orders of the shops' counters that are not over; above the chosen one, what is owed in all.
final class CounterOrdersPane extends ListAndDetail<CounterOrderProgress> {

    CounterOrdersPane(Workplace workplace, CounterOrdersOfficeModel model) {
        super(workplace);
        column("headoffice.counter_orders.store", 60, one -> one.order().store().value());
        column("headoffice.counter_orders.number", 130, one -> one.order().number());
        column("headoffice.counter_orders.customer", 160, one -> one.order().customerName());
        column(
                "headoffice.state",
                100,
                one -> texts.get("orders.counter.state." + one.state().word()));
        column("headoffice.counter_orders.due", 90, one -> formats.date(one.order().due()));
        column("headoffice.counter_orders.total", 100, one -> formats.money(one.order().total()))
                .right();
        column("headoffice.counter_orders.owes", 100, one -> formats.money(one.owed())).right();
        var nothing =
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_CLOCK_OUTLINE,
                        texts.get("headoffice.counter_orders.none"),
                        texts.get("orders.counter.none_text"));
        list("office-counter-orders", model.orders(), nothing, model::choose);
        detail(
                model.chosenProperty(),
                new EmptyNote(
                        MaterialDesignC.CLIPBOARD_CLOCK_OUTLINE,
                        texts.get("orders.choose"),
                        texts.get("headoffice.counter_orders.choose_text")));
        var owed = new Label();
        owed.setId("deposits-owed");
        owed.getStyleClass().add("strong");
        owed.textProperty()
                .bind(
                        model.owedProperty()
                                .map(sums ->
                                        sums.isEmpty()
                                                ? ""
                                                : texts.get(
                                                        "headoffice.counter_orders.owed", sums)));
        above(owed);
    }

    @Override
    List<Node> cards(CounterOrderProgress chosen) {
        var order = chosen.order();
        var kind = order.kind().name().toLowerCase(Locale.ROOT);
        var facts =
                new Facts()
                        .add(
                                texts.get("headoffice.counter_orders.kind"),
                                texts.get("orders.counter.kind." + kind))
                        .add(texts.get("orders.placed_at"), formats.dateTime(order.at()))
                        .add(texts.get("orders.phone"), order.phone())
                        .add(texts.get("orders.counter.supplier"), order.supplier())
                        .add(texts.get("orders.counter.paid"), formats.money(chosen.paid()))
                        .add(texts.get("orders.counter.rest"), formats.money(chosen.rest()));
        var goods = new Facts();
        order.lines()
                .forEach(line ->
                        goods.add(
                                formats.quantity(line.quantity()) + " × " + line.description(),
                                formats.money(line.total())));
        return List.of(
                new Card(order.number() + " · " + order.customerName(), facts),
                new Card(texts.get("headoffice.counter_orders.goods"), goods));
    }
}
