package kmmotos.desktop.stores;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import org.hibernate.StatelessSession;

/// The stores this till knows: its own wholly and with its tills, the others by name.
public final class StoreStore {
    private static final int MOST_STORES = 100_000;
    private static final int MOST_TILLS = 10_000;

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

    public void name(StatelessSession session, StoreId store, String name) {
        Sql.run(
                session,
                "merge into store_name (store_id, name) key (store_id) values (?1, ?2)",
                store.value(),
                name);
    }

    /// The names of all stores of the chain, in their order.
    public Map<StoreId, String> names(StatelessSession session) {
        Map<StoreId, String> names = new LinkedHashMap<>();
        Sql.list(
                        session,
                        Object[].class,
                        MOST_STORES,
                        "select store_id, name from store_name order by name, store_id")
                .forEach(row -> names.put(new StoreId((String) row[0]), (String) row[1]));
        return names;
    }

    public void put(StatelessSession session, Policy.TillChanged told) {
        Sql.run(
                session,
                "merge into shop_till (device_id, body) key (device_id) values (?1, ?2)",
                told.till().deviceId().value(),
                JsonText.write(told));
    }

    public void put(StatelessSession session, Policy.ReceiptKeyChanged told) {
        Sql.run(
                session,
                "merge into receipt_key (device_id, body) key (device_id) values (?1, ?2)",
                told.till().deviceId().value(),
                JsonText.write(told));
    }

    /// By what a till of any store signs its receipts.
    public Optional<Policy.ReceiptKeyChanged> receiptKey(
            StatelessSession session, DeviceId device) {
        return Sql.list(
                        session,
                        String.class,
                        1,
                        "select body from receipt_key where device_id = ?1",
                        device.value())
                .stream()
                .findFirst()
                .map(body -> JsonText.read(body, Policy.ReceiptKeyChanged.class));
    }

    /// Every till of this shop, itself too, as head office told of them; also those it has revoked.
    public List<Policy.TillChanged> tills(StatelessSession session) {
        return Sql.list(
                        session,
                        String.class,
                        MOST_TILLS,
                        "select body from shop_till order by device_id")
                .stream()
                .map(body -> JsonText.read(body, Policy.TillChanged.class))
                .toList();
    }
}
