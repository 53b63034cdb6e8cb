package kmmotos.server.stores;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// Keeps the stores, and when each was last heard of.
public final class StoreStore {

    /// The entities that this feature keeps.
    public static final List<Class<?>> ROWS = List.of(StoreRow.class, TillRow.class);

    /// Saves a store and tells its tills, and every till of the chain its name.
    public void save(StatelessSession session, Store store) {
        session.upsert(new StoreRow(store));
        SortedMap<Scope, List<Policy>> news = new TreeMap<>();
        news.put(Scope.store(store.storeId()), List.of(new Policy.StoreChanged(store)));
        news.put(Scope.CATALOG, List.of(new Policy.StoreNamed(store.storeId(), store.name())));
        Feed.publish(session, news);
    }

    public Optional<Store> find(StatelessSession session, StoreId store) {
        return Optional.ofNullable(session.get(StoreRow.class, store.value()))
                .map(StoreRow::toStore);
    }

    public List<Store> list(StatelessSession session) {
        return session
                .createSelectionQuery("from StoreRow order by storeId", StoreRow.class)
                .getResultList()
                .stream()
                .map(StoreRow::toStore)
                .toList();
    }

    /// When a till of the store last spoke with a server; empty if none ever did.
    public Optional<Instant> lastContact(StatelessSession session, StoreId store) {
        return Sql.first(
                session,
                "select last_contact from store_contact where store_id = ?",
                row -> Sql.instant(row, "last_contact"),
                store.value());
    }
}
