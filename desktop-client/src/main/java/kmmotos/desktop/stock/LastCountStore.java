package kmmotos.desktop.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.stock.StockCount;
import org.hibernate.StatelessSession;

/// When each item was counted last, as far as this till knows.
public final class LastCountStore {

    private static final int MOST = 10_000_000;

    /// Of two counts the later one holds, whichever comes first.
    public void counted(StatelessSession session, StockCount count, Instant at) {
        Sql.batch(
                session,
                "merge into last_count using (values (cast(? as varchar(64)),"
                        + " cast(? as timestamp(9) with time zone))) as told (sku, told_at)"
                        + " on last_count.sku = told.sku"
                        + " when matched and last_count.counted_at < told.told_at"
                        + " then update set counted_at = told.told_at"
                        + " when not matched then insert (sku, counted_at)"
                        + " values (told.sku, told.told_at)",
                count.lines().stream()
                        .map(line -> new Object[] {line.sku().value(), at.atOffset(ZoneOffset.UTC)})
                        .toList());
    }

    /// Until the day is over the item is not asked for; one till's matter.
    public void skip(StatelessSession session, Sku sku, LocalDate today, String reason) {
        Sql.run(
                session,
                "merge into skipped_count (sku, skipped_on, reason) key (sku) values (?1, ?2, ?3)",
                sku.value(),
                today,
                reason);
    }

    /// What was left out on a day, and why.
    public Map<Sku, String> skipped(StatelessSession session, LocalDate day) {
        Map<Sku, String> skipped = new HashMap<>();
        Sql.list(
                        session,
                        Object[].class,
                        MOST,
                        "select sku, reason from skipped_count where skipped_on = ?1",
                        day)
                .forEach(row -> skipped.put(new Sku((String) row[0]), (String) row[1]));
        return skipped;
    }

    /// Every item that was ever counted.
    public Map<Sku, Instant> all(StatelessSession session) {
        Map<Sku, Instant> all = new HashMap<>();
        Sql.list(session, Object[].class, MOST, "select sku, counted_at from last_count")
                .forEach(row -> all.put(new Sku((String) row[0]), StockStore.instant(row[1])));
        return all;
    }
}
