package kmmotos.server.purchasing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.AverageCost;
import kmmotos.model.purchasing.ReorderLevel;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Page;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Levels that head office sets, and what stores proposed.
final class ReorderStore {

    /// A proposal that waits for head office.
    ///
    /// @param costs what one piece of its items cost on average, as far as it is known
    record Waiting(ReorderProposal proposal, Map<Sku, Money> costs) {}

    List<ReorderLevel> levels(StatelessSession session, StoreId store) {
        return Sql.list(
                session,
                "select store_id, sku, low, high from reorder_level where store_id = ?"
                        + " order by sku",
                ReorderStore::level,
                store.value());
    }

    /// Sets levels and tells the tills; those that say nothing are removed.
    ///
    /// @return how many differ from before
    int save(StatelessSession session, List<ReorderLevel> levels, Instant now) {
        SortedMap<Scope, List<Policy>> news = new TreeMap<>();
        int changed = 0;
        for (ReorderLevel level : levels) {
            boolean differs = level.isSet() ? set(session, level, now) : remove(session, level);
            if (differs) {
                changed++;
                news.computeIfAbsent(Scope.store(level.store()), _ -> new ArrayList<>())
                        .add(new Policy.ReorderLevelChanged(level));
            }
        }
        Feed.publish(session, news);
        return changed;
    }

    private static boolean set(StatelessSession session, ReorderLevel level, Instant now) {
        return Sql.update(
                        session,
                        """
                        insert into reorder_level (store_id, sku, low, high, changed_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (store_id, sku) do update set low = excluded.low,
                            high = excluded.high, changed_at = excluded.changed_at
                        where (reorder_level.low, reorder_level.high)
                            <> (excluded.low, excluded.high)\
                        """,
                        level.store().value(),
                        level.sku().value(),
                        level.min().decimal(),
                        level.max().decimal(),
                        now)
                == 1;
    }

    private static boolean remove(StatelessSession session, ReorderLevel level) {
        return Sql.update(
                        session,
                        "delete from reorder_level where store_id = ? and sku = ?",
                        level.store().value(),
                        level.sku().value())
                == 1;
    }

    /// Those that wait, the oldest first.
    Page<Waiting> waiting(StatelessSession session, Page.Wanted wanted) {
        List<String> after =
                wanted.first()
                        ? List.of("0001-01-01T00:00:00Z", new UUID(0, 0).toString())
                        : wanted.after();
        List<Waiting> rows =
                Sql.list(
                                session,
                                "select document from reorder_proposal where state = 'open'"
                                        + " and (proposed_at, proposal_id) > (?::timestamptz, ?::uuid)"
                                        + " order by proposed_at, proposal_id limit ?",
                                row -> Sql.json(row, "document", ReorderProposal.class),
                                after.get(0),
                                after.get(1),
                                wanted.rowsToRead())
                        .stream()
                        .map(proposal -> new Waiting(proposal, costs(session, proposal)))
                        .toList();
        return Page.of(
                rows,
                wanted,
                row ->
                        List.of(
                                row.proposal().proposedAt().toString(),
                                row.proposal().proposalId().toString()));
    }

    Optional<ReorderProposal> find(StatelessSession session, UUID proposalId) {
        return Sql.first(
                session,
                "select document from reorder_proposal where proposal_id = ? and state = 'open'"
                        + " for update",
                row -> Sql.json(row, "document", ReorderProposal.class),
                proposalId);
    }

    void decided(StatelessSession session, UUID proposalId, UUID by, Instant now) {
        Sql.update(
                session,
                "update reorder_proposal set state = 'done', decided_at = ?, decided_by = ?"
                        + " where proposal_id = ?",
                now,
                by,
                proposalId);
    }

    private static Map<Sku, Money> costs(StatelessSession session, ReorderProposal proposal) {
        Map<Sku, Money> costs = new LinkedHashMap<>();
        Sql.list(
                        session,
                        "select sku, currency, average_minor from item_cost where store_id = ?"
                                + " and sku = any (?) order by sku",
                        row ->
                                Map.entry(
                                        new Sku(row.getString("sku")),
                                        new AverageCost(
                                                        row.getBigDecimal("average_minor"),
                                                        Currency.getInstance(
                                                                row.getString("currency")))
                                                .times(Quantity.ONE)),
                        proposal.store().value(),
                        Column.of("text", proposal.lines(), line -> line.sku().value()))
                .forEach(cost -> costs.put(cost.getKey(), cost.getValue()));
        return costs;
    }

    private static ReorderLevel level(ResultSet row) throws SQLException {
        return new ReorderLevel(
                new StoreId(row.getString("store_id")),
                new Sku(row.getString("sku")),
                Quantity.of(row.getBigDecimal("low")),
                Quantity.of(row.getBigDecimal("high")));
    }
}
