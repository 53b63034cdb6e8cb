package kmmotos.simulation.chain;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;

/// The shops of a chain and their tills.
public record Shops(List<Store> stores, List<Till> tills) {

    /// Where the chain's one list of prices holds.
    public static final String ZONE = "standard";

    public static Shops of(int stores, int tillsEach) {
        List<Store> all = IntStream.rangeClosed(1, stores).mapToObj(Shops::store).toList();
        List<Till> tills =
                all.stream()
                        .flatMap(store ->
                                IntStream.rangeClosed(1, tillsEach)
                                        .mapToObj(number -> till(store.storeId(), number)))
                        .toList();
        return new Shops(all, tills);
    }

    /// Besides, a store that has no tills.
    public Shops with(Store other) {
        return new Shops(Stream.concat(stores.stream(), Stream.of(other)).toList(), tills);
    }

    private static Store store(int number) {
        return store(new StoreId("S" + number), number);
    }

    /// A store that was not there from the beginning.
    public static Store opened(StoreId id) {
        return store(id, 9);
    }

    private static Store store(StoreId id, int number) {
        return new Store(
                id,
                "Shop " + number,
                ZONE,
                ZoneId.of("America/Sao_Paulo"),
                Goods.CURRENCY,
                "BR-SP",
                "pt-BR",
                true,
                List.of("Street " + number),
                "00.000.000/0001-0" + number);
    }

    private static Till till(StoreId store, int number) {
        DeviceId device = new DeviceId(new UUID(store.value().hashCode(), number));
        return new Till(device, store, number, "Till " + number);
    }

    public Stream<Till> tillsOf(StoreId store) {
        return tills.stream().filter(till -> till.storeId().equals(store));
    }
}
