package kmmotos.desktop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kmmotos.desktop.stock.CycleBook;
import kmmotos.desktop.stock.CyclePlan;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockStore;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import org.hibernate.StatelessSession;

/// What a till's shop should count today, from the sales and counts that this till knows.
final class TillCycle implements CycleBook {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Till till;
    private final StockBook stock;

    TillCycle(Till till, StockBook stock) {
        this.till = till;
        this.stock = stock;
    }

    private record Known(
            List<Sku> here, Map<Sku, Quantity> sold, Map<Sku, Instant> counted, Set<Sku> skipped) {}

    @Override
    public Today today() {
        Instant now = now();
        LocalDate day = till.store().dayAt(now);
        Known known = till.database().read(session -> known(session, now, day));
        int counted =
                (int)
                        known.counted().values().stream()
                                .filter(at -> till.store().dayAt(at).equals(day))
                                .count();
        int skipped = known.skipped().size();
        List<Sku> due =
                CyclePlan.due(
                        known.here().stream().map(sku -> candidate(sku, known)).toList(),
                        now,
                        DAILY - counted);
        return new Today(
                due.stream()
                        .filter(sku -> !known.skipped().contains(sku))
                        .flatMap(sku -> stock.item(sku).stream())
                        .toList(),
                counted,
                skipped);
    }

    @Override
    public void skip(Sku sku, String reason) {
        LocalDate day = till.store().dayAt(now());
        boolean _ =
                till.database()
                        .inTransaction(session -> {
                            till.stores().stock().lastCounts().skip(session, sku, day, reason);
                            return true;
                        });
    }

    private Known known(StatelessSession session, Instant now, LocalDate day) {
        StockStore store = till.stores().stock();
        return new Known(
                store.here(session),
                store.soldSince(session, now.minus(YEAR)),
                store.lastCounts().all(session),
                store.lastCounts().skipped(session, day).keySet());
    }

    private CyclePlan.Candidate candidate(Sku sku, Known known) {
        Quantity sold = known.sold().getOrDefault(sku, Quantity.ZERO);
        long worth = sold.isZero() ? 0 : stock.worth(Map.of(sku, sold)).minor();
        return new CyclePlan.Candidate(sku, worth, Optional.ofNullable(known.counted().get(sku)));
    }

    private Instant now() {
        return till.config().clock().instant();
    }
}
