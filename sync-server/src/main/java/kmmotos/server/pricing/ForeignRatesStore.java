package kmmotos.server.pricing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// The foreign cash that each store takes.
final class ForeignRatesStore {

    List<ForeignRates> list(StatelessSession session) {
        return Sql.list(
                session,
                "select document from foreign_rates order by store_id",
                row -> Sql.json(row, "document", ForeignRates.class));
    }

    Optional<ForeignRates> find(StatelessSession session, StoreId store) {
        return Sql.first(
                session,
                "select document from foreign_rates where store_id = ?",
                row -> Sql.json(row, "document", ForeignRates.class),
                store.value());
    }

    /// Saves what a store takes and tells its tills.
    void save(StatelessSession session, ForeignRates rates) {
        Sql.update(
                session,
                "insert into foreign_rates (store_id, document) values (?, ?)"
                        + " on conflict (store_id) do update set document = excluded.document",
                rates.store().value(),
                new String(CanonicalJson.bytes(rates), StandardCharsets.UTF_8));
        Feed.publish(
                session,
                Scope.store(rates.store()),
                List.of(new Policy.ForeignRatesChanged(rates)));
    }
}
