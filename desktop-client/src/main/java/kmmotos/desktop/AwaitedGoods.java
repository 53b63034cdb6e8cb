package kmmotos.desktop;

import java.util.List;
import java.util.function.BiConsumer;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;

/// Says which orders of the counter wait for goods that were just received, whichever way they
/// came.
record AwaitedGoods(
        Workplace workplace, TillCounterOrders orders, BiConsumer<Item, Quantity> next) {

    void tookIn(Item item, Quantity quantity) {
        next.accept(item, quantity);
        workplace
                .background()
                .run(
                        () -> orders.awaiting(List.of(item.sku())),
                        waiting ->
                                waiting.forEach(number ->
                                        workplace
                                                .messages()
                                                .warn(
                                                        workplace
                                                                .texts()
                                                                .get(
                                                                        "orders.counter.came",
                                                                        item.description(),
                                                                        number))),
                        _ -> workplace.messages().problem(workplace.texts().get("orders.failed")));
    }
}
