package kmmotos.desktop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.pricing.PriceBook;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.sync.Recorder;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockAdjustment.Reason;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;
import org.hibernate.StatelessSession;

/// The stock of a till's shop: journal for what happens, database for what is shown.
public final class TillStock implements StockBook {

    private final Till till;
    private final Locale language;

    /// @param language of the items' names
    public TillStock(Till till, Locale language) {
        this.till = till;
        this.language = language;
    }

    @Override
    public List<Item> search(String words, int atMost) {
        return till.database()
                .read(session ->
                        till.stores().catalog().search(session, words, atMost).stream()
                                .map(item -> item(session, item))
                                .toList());
    }

    @Override
    public Optional<Scan> scanned(String code) {
        return till.database()
                .read(session ->
                        till.scans().readings(code).stream()
                                .flatMap(read ->
                                        till
                                                .stores()
                                                .catalog()
                                                .findByCode(session, read.code())
                                                .stream()
                                                .limit(1)
                                                .map(found -> new Scan(item(session, found), read)))
                                .findFirst());
    }

    @Override
    public Optional<Item> item(Sku sku) {
        return till.database()
                .read(session ->
                        till.stores()
                                .catalog()
                                .find(session, sku)
                                .map(item -> item(session, item)));
    }

    @Override
    public List<Movement> movements(Sku sku, int atMost) {
        return till
                .database()
                .read(session -> till.stores().stock().movements(session, sku, atMost))
                .stream()
                .map(TillStock::movement)
                .toList();
    }

    @Override
    public void receive(String reference, List<StockReceipt.Line> lines, StaffMember by) {
        record(new Event.StockReceived(new StockReceipt(newId(), store(), reference, lines)));
    }

    @Override
    public void adjust(
            Sku sku,
            Quantity change,
            Reason reason,
            String note,
            StaffMember by,
            Optional<StaffMember> approvedBy) {
        record(
                new Event.StockAdjusted(
                        new StockAdjustment(
                                newId(),
                                store(),
                                sku,
                                change,
                                reason,
                                note,
                                approvedBy.map(StaffMember::staffId))));
    }

    @Override
    public Money worth(Map<Sku, Quantity> goods) {
        Store shop = till.store();
        PriceBook.Pricing pricing = till.priceBook().current(shop);
        var today =
                PricingContext.of(
                        shop, shop.dayAt(till.config().clock().instant()), Optional.empty());
        return Money.sum(
                goods.entrySet().stream()
                        .flatMap(some ->
                                pricing
                                        .engine()
                                        .quote(some.getKey(), Quantity.ONE, today)
                                        .map(quote -> quote.unit().times(some.getValue()))
                                        .stream())
                        .toList(),
                shop.currency());
    }

    @Override
    public void setAside(Sku sku, Quantity quantity, Duration length, StaffMember by) {
        Instant at = afterTheLastDecision(sku);
        record(
                new Event.StockSetAside(
                        new SetAside(
                                newId(),
                                store(),
                                sku,
                                quantity,
                                at.plus(length),
                                at,
                                by.staffId())));
    }

    /// Whoever decides anew knows the decision before: theirs is the later one, whatever the clock
    /// shows.
    private Instant afterTheLastDecision(Sku sku) {
        Instant now = till.config().clock().instant();
        return till.database()
                .read(session -> till.stores().stock().decidedAt(session, sku))
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plusMillis(1))
                .orElse(now);
    }

    /// The fact is made at the moment it gets its place in the journal, from figures that hold
    /// everything before it, so the cut is exact.
    @Override
    public void count(List<Counted> lines, StaffMember by, Optional<StaffMember> approvedBy) {
        till.recorder()
                .record(next -> {
                    till.recorder().project();
                    return new Event.StockCounted(
                            till.database()
                                    .inTransaction(
                                            session -> count(session, next, lines, approvedBy)));
                });
        till.recorder().project();
    }

    private StockCount count(
            StatelessSession session,
            Recorder.Next next,
            List<Counted> lines,
            Optional<StaffMember> approvedBy) {
        JournalMark own =
                new JournalMark(
                        till.identity().till().deviceId(), next.incarnation(), next.seq() - 1);
        List<JournalMark> others =
                till.stores().stock().seen(session).stream()
                        .filter(mark -> !mark.incarnation().equals(own.incarnation()))
                        .toList();
        return new StockCount(
                newId(),
                store(),
                Stream.concat(Stream.of(own), others.stream()).toList(),
                lines.stream().map(line -> line(session, line)).toList(),
                approvedBy.map(StaffMember::staffId));
    }

    /// What was counted is so many more or less than the figure then, and so many now: than the
    /// figure that the marks speak of. What only a neighbour told is left out on both sides, as if
    /// the count had come before it.
    private StockCount.Line line(StatelessSession session, Counted line) {
        Quantity now = till.stores().stock().toldOnHand(session, line.sku());
        return new StockCount.Line(line.sku(), now.plus(line.difference()), now);
    }

    private Item item(StatelessSession session, CatalogItem item) {
        StockStore.Level level = till.stores().stock().level(session, item.sku());
        return new Item(
                item.sku(),
                item.description(language),
                level.onHand(),
                level.reserved(),
                till.stores().stock().setAside(session, level, till.config().clock().instant()),
                till.stores().bins().of(session, item.sku()));
    }

    private static Movement movement(StockStore.Movement moved) {
        return new Movement(moved.at(), moved.change(), moved.reason(), moved.reference());
    }

    private void record(Event event) {
        till.recorder().record(event);
        till.recorder().project();
    }

    private UUID newId() {
        return UuidV7.of(till.config().clock().instant(), till.config().random());
    }

    private StoreId store() {
        return till.identity().store().storeId();
    }
}
