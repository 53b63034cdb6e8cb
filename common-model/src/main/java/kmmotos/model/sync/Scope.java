package kmmotos.model.sync;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// A part of the feed with numbers of its own: `catalog`, `customers`, `pricelist/{zone}`,
/// `store/{id}`, `device/{id}`.
public record Scope(@JsonValue String value) implements Comparable<Scope> {

    public static final Scope CATALOG = new Scope("catalog");
    public static final Scope CUSTOMERS = new Scope("customers");

    @JsonCreator
    public Scope {}

    public static Scope priceList(String zone) {
        return new Scope("pricelist/" + zone);
    }

    public static Scope store(StoreId store) {
        return new Scope("store/" + store);
    }

    public static Scope device(DeviceId device) {
        return new Scope("device/" + device);
    }

    @Override
    public int compareTo(Scope other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
