package kmmotos.server.stock;

import java.time.Duration;
import java.time.Instant;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;

/// How fast each store sells each SKU: the mean of the last 28 days, kept beside what the store
/// keeps back, so that what can be promised is worked out without looking at sales.
public final class SellRates {

    private static final int DAYS = 28;

    private SellRates() {}

    /// Works the rates out again; answers how many changed.
    public static int refresh(Database database, Instant now) {
        return database.inTransaction(
                new Caller.Server("sell rates"),
                session ->
                        Sql.update(
                                session,
                                """
                                with sold as (
                                    select store_id, sku, round(sum(quantity) / ?, 4) as per_day
                                    from stock_movement
                                    where reason = 'sale_completed' and at > ? and at <= ?
                                        and from_location = 'STORE'
                                    group by store_id, sku),
                                rates as (
                                    select store_id, sku, coalesce(s.per_day, 0) as per_day
                                    from sold s full join (select store_id, sku from online_stock
                                        where sells_per_day > 0) o using (store_id, sku))
                                insert into online_stock (store_id, sku, sells_per_day)
                                select store_id, sku, per_day from rates
                                order by store_id, sku
                                on conflict (store_id, sku) do update
                                set sells_per_day = excluded.sells_per_day
                                where online_stock.sells_per_day <> excluded.sells_per_day\
                                """,
                                DAYS,
                                now.minus(Duration.ofDays(DAYS)),
                                now));
    }
}
