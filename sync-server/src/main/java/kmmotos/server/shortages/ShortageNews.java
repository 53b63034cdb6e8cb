package kmmotos.server.shortages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.stock.TransferRequestStore;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Tells tills of the cases of their store. The database opens and closes cases by triggers, which
/// can't publish, so this happens some seconds later, in a transaction of its own.
public final class ShortageNews {

    private static final int AT_ONCE = 100;

    private ShortageNews() {}

    private record Untold(Shortage shortage, Quantity missing) {

        static Untold from(ResultSet row) throws SQLException {
            return new Untold(
                    new Shortage(
                            row.getObject("case_id", UUID.class),
                            new StoreId(row.getString("store_id")),
                            new Sku(row.getString("sku")),
                            Sql.instant(row, "opened_at"),
                            Sql.optionalInstant(row, "closed_at"),
                            List.of()),
                    Quantity.of(row.getBigDecimal("missing")));
        }

        boolean isOver() {
            return shortage.closedAt().isPresent();
        }

        Shortage with(Elsewhere elsewhere) {
            return new Shortage(
                    shortage.caseId(),
                    shortage.store(),
                    shortage.sku(),
                    shortage.openedAt(),
                    shortage.closedAt(),
                    isOver()
                            ? List.of()
                            : elsewhere.forA(shortage.store(), shortage.sku(), missing));
        }
    }

    /// Tells what was not told yet; answers how many cases that were. What other stores were asked
    /// for a case that is over is withdrawn.
    public static int tell(Database database, Instant now) {
        return database.inTransaction(
                new Caller.Server("shortages"), session -> tell(session, now));
    }

    /// As [#tell(Database, Instant)], in a transaction of the server's own.
    public static int tell(StatelessSession session, Instant now) {
        List<Untold> cases =
                read(
                        session,
                        "(not c.told or c.closed_at is not null and not c.end_told)"
                                + " order by c.opened_at, c.store_id, c.sku limit ? for update of c",
                        AT_ONCE);
        if (cases.isEmpty()) {
            return 0;
        }
        News news = new News();
        for (Shortage shortage : with(session, cases, now)) {
            news.add(Scope.store(shortage.store()), new Policy.ShortageChanged(shortage));
        }
        TransferRequestStore.withdraw(
                session,
                cases.stream().filter(Untold::isOver).map(one -> one.shortage().caseId()).toList(),
                now,
                news);
        Sql.update(
                session,
                "update oversell_case set told = true, end_told = closed_at is not null"
                        + " where case_id = any (?)",
                Column.of("uuid", cases, one -> one.shortage().caseId()));
        Feed.publish(session, news.byScope());
        return cases.size();
    }

    /// The open cases of a store.
    public static List<Shortage> open(StatelessSession session, StoreId store, Instant now) {
        return with(
                session,
                read(
                        session,
                        "c.store_id = ? and c.closed_at is null order by c.case_id",
                        store.value()),
                now);
    }

    private static List<Shortage> with(StatelessSession session, List<Untold> cases, Instant now) {
        List<Sku> skus = cases.stream().map(one -> one.shortage().sku()).distinct().toList();
        Elsewhere elsewhere = Elsewhere.of(session, skus, now);
        return cases.stream().map(one -> one.with(elsewhere)).toList();
    }

    private static List<Untold> read(StatelessSession session, String where, Object... parameters) {
        return Sql.list(
                session,
                """
                select c.case_id, c.store_id, c.sku, c.opened_at, c.closed_at,
                    b.reserved - b.on_hand as missing
                from oversell_case c join stock_balance b using (store_id, sku) where\040\
                """
                        + where,
                Untold::from,
                parameters);
    }
}
