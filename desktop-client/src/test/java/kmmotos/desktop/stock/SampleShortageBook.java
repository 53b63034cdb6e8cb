package kmmotos.desktop.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.stock.TransferBook.Shop;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.StoreId;

/// Two spark plugs too few here, and a store that asks for oil.
final class SampleShortageBook implements ShortageBook {

    static final Sku PLUG = new Sku("SPK-CR8E");
    private static final Sku OIL = new Sku("OIL-20W50-1L");
    private static final StoreId HERE = new StoreId("S1");
    private static final Shop CAMPINAS = new Shop(new StoreId("S2"), "KM Motos Campinas");

    private final SampleStockBook stock;
    private final List<TransferRequest> asked = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private boolean sent;

    SampleShortageBook(SampleStockBook stock) {
        this.stock = stock;
    }

    @Override
    public List<Missing> shortages() {
        StockBook.Item plug = stock.item(PLUG).orElseThrow();
        return List.of(
                new Missing(
                        new Shortage(
                                new UUID(0, 9),
                                HERE,
                                PLUG,
                                SampleSlips.NOON,
                                Optional.empty(),
                                List.of(new Shortage.Elsewhere(CAMPINAS.store(), Quantity.of(14)))),
                        new StockBook.Item(
                                PLUG,
                                plug.description(),
                                plug.onHand(),
                                plug.onHand().plus(Quantity.of(2))),
                        cancelled.isEmpty() ? List.of(SampleOrders.placed()) : List.of(),
                        List.of(CAMPINAS),
                        List.copyOf(asked)));
    }

    @Override
    public List<Wish> wishes() {
        if (sent) {
            return List.of();
        }
        TransferRequest request =
                new TransferRequest(
                        new UUID(0, 8),
                        HERE,
                        CAMPINAS.store(),
                        List.of(new Transfer.Line(OIL, Quantity.of(3))),
                        SampleSlips.NOON,
                        new UUID(0, 7));
        return List.of(new Wish(request, CAMPINAS, List.of(stock.item(OIL).orElseThrow())));
    }

    @Override
    public void ask(Missing of, Shop other, Quantity quantity, StaffMember by) {
        asked.add(
                new TransferRequest(
                        UUID.randomUUID(),
                        other.store(),
                        HERE,
                        List.of(new Transfer.Line(of.item().sku(), quantity)),
                        SampleSlips.NOON,
                        by.staffId()));
    }

    @Override
    public void cancel(UUID orderId, String why) {
        cancelled.add(why);
    }

    @Override
    public void send(Wish wish, StaffMember by) {
        sent = true;
    }

    List<TransferRequest> asked() {
        return asked;
    }

    List<String> cancelled() {
        return cancelled;
    }
}
