package kmmotos.desktop.receipts;

import java.util.Locale;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;

/// What a customer who ordered at the counter takes home: the order's number, the goods, what is
/// paid and what is left. Its barcode brings the order back.
public final class CounterOrderLayout {
    private final StorePaper paper;
    private final Texts texts;
    private final Formats formats;

    public CounterOrderLayout(StorePaper paper) {
        this.paper = paper;
        this.texts = paper.texts();
        this.formats = paper.formats();
    }

    public Slip slip(CounterOrderProgress progress) {
        CounterOrder order = progress.order();
        String kind = order.kind().name().toLowerCase(Locale.ROOT);
        Slip.Builder slip =
                paper.headed(order.number()).large(texts.get("receipts.counter_order." + kind));
        slip.boldPair(order.number(), formats.date(order.day()));
        slip.text(texts.get("receipts.customer", order.customerName()));
        if (!order.phone().isBlank()) {
            slip.text(order.phone());
        }
        slip.bold(texts.get("receipts.counter_order.due_" + kind, formats.date(order.due())))
                .rule();
        order.lines()
                .forEach(line -> {
                    slip.text(line.description());
                    slip.pair(
                            "  %s x %s (%s)"
                                    .formatted(
                                            formats.quantity(line.quantity()),
                                            formats.amount(line.unit()),
                                            line.sku()),
                            formats.amount(line.total()));
                });
        slip.rule();
        slip.boldPair(texts.get("receipts.total"), formats.money(order.total()));
        slip.pair(texts.get("receipts.counter_order.paid"), formats.money(progress.paid()));
        slip.boldPair(texts.get("receipts.counter_order.rest"), formats.money(progress.rest()));
        if (!order.note().isBlank()) {
            slip.gap().text(order.note());
        }
        return slip.gap()
                .centered(texts.get("receipts.counter_order.bring"))
                .barcode(order.number())
                .build();
    }
}
