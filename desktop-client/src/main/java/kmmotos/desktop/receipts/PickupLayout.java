package kmmotos.desktop.receipts;

import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;

/// The slip that goes into the bag of a web order while it waits for its customer.
public final class PickupLayout {

    private final StorePaper paper;
    private final Texts texts;
    private final Formats formats;

    public PickupLayout(StorePaper paper) {
        this.paper = paper;
        this.texts = paper.texts();
        this.formats = paper.formats();
    }

    public Slip slip(Order order) {
        Slip.Builder slip =
                paper.headed(order.number())
                        .heading(texts.get("receipts.pickup.title"))
                        .large(order.number())
                        .large(order.contactName());
        if (order.state() instanceof OrderState.Ready ready && !ready.shelf().isBlank()) {
            slip.large(texts.get("receipts.pickup.shelf", ready.shelf()));
        }
        slip.centered(texts.get("receipts.pickup.until", formats.dateTime(order.expiresAt())));
        slip.rule();
        order.lines().forEach(line -> line(slip, line));
        slip.rule();
        slip.largePair(texts.get("receipts.pickup.to_pay"), formats.money(order.total()));
        return slip.gap().centered(texts.get("receipts.pickup.ask")).qrCode(order.number()).build();
    }

    private void line(Slip.Builder slip, Order.Line line) {
        Quantity quantity = line.priced().quantity();
        slip.bold(formats.quantity(quantity) + " x " + line.description());
        slip.pair("  " + line.priced().sku(), formats.amount(line.priced().total()));
    }
}
