package kmmotos.desktop.stores;

import java.util.List;
import java.util.Optional;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import org.hibernate.StatelessSession;

/// The stores this till knows: its own.
public final class StoreStore {
    public static List<Class<?>> rows() {
        return List.of(StoreRow.class);
    }

    public void put(StatelessSession session, Store store) {
        session.upsert(new StoreRow(store));
    }

    public Optional<Store> find(StatelessSession session, StoreId storeId) {
        return Optional.ofNullable(session.get(StoreRow.class, storeId.value()))
                .map(StoreRow::toStore);
    }
}
