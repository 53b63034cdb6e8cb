package kmmotos.desktop;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.deposits.CounterOrderBook;
import kmmotos.desktop.receipts.MailText;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.model.catalog.Sku;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;
import org.hibernate.StatelessSession;

/// The counter orders of a till's shop: journal for what happens, database for what is shown.
public final class TillCounterOrders implements CounterOrderBook {

    private static final int MOST_FOUND = 200;

    private final kmmotos.desktop.Till till;

    public TillCounterOrders(kmmotos.desktop.Till till) {
        this.till = till;
    }

    @Override
    public List<CounterOrderProgress> open() {
        till.recorder().project();
        return till.database().read(till.stores().counterOrders()::open);
    }

    @Override
    public List<CounterOrderProgress> search(String words) {
        till.recorder().project();
        return till.database()
                .read(session -> till.stores().counterOrders().search(session, words, MOST_FOUND));
    }

    @Override
    public Optional<CounterOrderProgress> byNumber(String typed) {
        till.recorder().project();
        String number = typed.strip().toUpperCase(Locale.ROOT);
        return till.database()
                .read(session -> till.stores().counterOrders().findByNumber(session, number));
    }

    @Override
    public boolean isThere(CounterOrderProgress progress) {
        return till.database()
                .read(session ->
                        progress.order().lines().stream().allMatch(line -> isThere(session, line)));
    }

    private boolean isThere(StatelessSession session, SaleLine line) {
        var free = till.stores().stock().level(session, line.sku()).available();
        return free.compareTo(line.quantity()) >= 0;
    }

    @Override
    public void move(UUID orderId, CounterOrderState next, StaffMember by) {
        record(
                new Event.CounterOrderMoved(
                        orderId, till.identity().store().storeId(), by.staffId(), next));
    }

    @Override
    public void arrived(CounterOrderProgress progress, String shelf, StaffMember by) {
        List<StockReceipt.Line> unlisted =
                till.database()
                        .read(session ->
                                progress.order().lines().stream()
                                        .filter(line -> !isListed(session, line.sku()))
                                        .map(line ->
                                                new StockReceipt.Line(line.sku(), line.quantity()))
                                        .toList());
        var now = till.config().clock().instant();
        if (!unlisted.isEmpty()) {
            record(
                    new Event.StockReceived(
                            new StockReceipt(
                                    UuidV7.of(now, till.config().random()),
                                    till.identity().store().storeId(),
                                    progress.order().number(),
                                    unlisted)));
        }
        move(progress.order().orderId(), new CounterOrderState.Waiting(now, shelf), by);
        progress.order()
                .email()
                .ifPresent(to -> record(new Event.MailAsked(mail(progress, to, by))));
    }

    private MailRequest mail(CounterOrderProgress progress, String to, StaffMember by) {
        var store = till.store();
        var now = till.config().clock().instant();
        var text = MailText.arrived(StorePaper.of(store), progress);
        return new MailRequest(
                UuidV7.of(now, till.config().random()),
                MailRequest.Kind.ORDER_ARRIVED,
                store.storeId(),
                till.identity().till().deviceId(),
                now,
                by.staffId(),
                progress.order().number(),
                to,
                text.language().toLanguageTag(),
                text.subject(),
                text.text());
    }

    private boolean isListed(StatelessSession session, Sku sku) {
        return till.stores().catalog().find(session, sku).isPresent();
    }

    /// The numbers of orders that wait for any of these goods.
    List<String> awaiting(Collection<Sku> came) {
        return open().stream()
                .filter(progress -> came.stream().anyMatch(progress::awaits))
                .map(progress -> progress.order().number())
                .toList();
    }

    String nextNumber() {
        till.recorder().project();
        Till self = till.identity().till();
        long last =
                till.database()
                        .read(session ->
                                till.stores().counterOrders().lastNumber(session, self.deviceId()));
        return CounterOrder.number(self.storeId(), self.number(), last + 1);
    }

    /// How its deposits were paid, as far as it was at this till.
    List<Sale> sales(CounterOrderProgress progress) {
        return till.database()
                .read(session ->
                        progress.payments().stream()
                                .flatMap(payment ->
                                        till
                                                .stores()
                                                .sales()
                                                .find(session, payment.saleId())
                                                .stream())
                                .toList());
    }

    private void record(Event event) {
        till.recorder().record(event);
        till.recorder().project();
    }
}
