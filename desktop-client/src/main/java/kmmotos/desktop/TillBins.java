package kmmotos.desktop;

import java.time.Instant;
import java.util.List;
import kmmotos.desktop.bins.BinBook;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.catalog.Sku;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.Bins;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.UuidV7;

/// The bins of a till's shop: journal for what is decided, database for what is shown.
public final class TillBins implements BinBook {

    private final Till till;
    private final StockBook stock;

    public TillBins(Till till, StockBook stock) {
        this.till = till;
        this.stock = stock;
    }

    @Override
    public List<Item> in(String bin, int atMost) {
        return till
                .database()
                .read(session -> till.stores().bins().in(session, bin, atMost))
                .stream()
                .flatMap(sku -> stock.item(sku).stream())
                .toList();
    }

    @Override
    public void put(Sku sku, List<String> bins, StaffMember by) {
        Instant at = afterTheLastDecision(sku);
        till.recorder()
                .record(
                        new Event.BinsChosen(
                                new Bins(
                                        UuidV7.of(
                                                till.config().clock().instant(),
                                                till.config().random()),
                                        till.identity().store().storeId(),
                                        sku,
                                        bins,
                                        at,
                                        by.staffId())));
        till.recorder().project();
    }

    /// Whoever decides anew knows the decision before: theirs is the later one, whatever the clock
    /// shows.
    private Instant afterTheLastDecision(Sku sku) {
        Instant now = till.config().clock().instant();
        return till.database()
                .read(session -> till.stores().bins().decidedAt(session, sku))
                .filter(last -> !last.isBefore(now))
                .map(last -> last.plusMillis(1))
                .orElse(now);
    }
}
