package kmmotos.simulation.chain;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.HashChain;

/// The shops of a chain and their tills.
public record Shops(List<Store> stores, List<Till> tills) {

    /// Where the chain's one list of prices holds.
    public static final String ZONE = "standard";

    /// What stands before the 32 bytes of an Ed25519 key in X.509.
    private static final String ED25519 = "302a300506032b6570032100";

    private static final int CUSTOMERS = 3;

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

    /// A key as a till shows it at its enrolment, base64 of X.509; nobody signs with it.
    public static String publicKey(Till till) {
        byte[] key = HexFormat.of().parseHex(ED25519 + HashChain.sha256Hex(bytes(till)));
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] bytes(Till till) {
        return till.deviceId().toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A customer who buys on account.
    ///
    /// @param limit of their credit, in minor units
    public record Customer(UUID customerId, String name, long limit, StoreId home) {

        public LeaseSubject subject() {
            return LeaseSubject.credit(customerId, Goods.CURRENCY);
        }
    }

    /// Few, so that tills meet over their credit.
    public List<Customer> customers() {
        return IntStream.rangeClosed(1, CUSTOMERS)
                .mapToObj(n ->
                        new Customer(
                                customer(n),
                                "Workshop " + n,
                                40_000,
                                stores.get(n % stores.size()).storeId()))
                .toList();
    }

    /// Some customer's id.
    public static UUID anyCustomer(RandomGenerator random) {
        return customer(1 + random.nextInt(CUSTOMERS));
    }

    private static UUID customer(int number) {
        return new UUID(0, 100 + number);
    }

    public Stream<Till> tillsOf(StoreId store) {
        return tills.stream().filter(till -> till.storeId().equals(store));
    }
}
