package kmmotos.desktop.stores;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.stores.Store;

@Entity
@Table(name = "store")
class StoreRow {
    @Id String storeId;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    StoreRow() {}

    StoreRow(Store store) {
        storeId = store.storeId().value();
        body = JsonText.write(store);
    }

    Store toStore() {
        return JsonText.read(body, Store.class);
    }
}
