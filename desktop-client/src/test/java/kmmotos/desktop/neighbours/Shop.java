package kmmotos.desktop.neighbours;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.desktop.sync.Identity;
import kmmotos.desktop.sync.Rung;
import kmmotos.desktop.sync.SnapshotFile;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Policy;

/// Real tills of one shop on this computer, with a server that can be cut from each.
final class Shop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path temp;
    private final ShopServer server = new ShopServer();
    private final int port = freePort();
    private final Map<Integer, Till> tills = new LinkedHashMap<>();
    private final Map<Integer, TillConfig> configs = new LinkedHashMap<>();
    private final Map<Integer, String> keys = new LinkedHashMap<>();

    Shop(Path temp) {
        this.temp = temp;
    }

    private static int freePort() {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ShopServer server() {
        return server;
    }

    Till till(int number) {
        return Objects.requireNonNull(tills.get(number));
    }

    static DeviceId device(int number) {
        return new DeviceId(new UUID(7, number));
    }

    /// Enrols tills of which head office tells everybody, and opens them.
    Shop open(int... numbers) {
        for (int number : numbers) {
            String _ = enrol(number);
            tellOf(number);
        }
        for (int number : numbers) {
            start(number);
        }
        return this;
    }

    void tellOf(int number) {
        server.tell(
                new Policy.TillChanged(
                        identity(number).till(), String.valueOf(keys.get(number)), false));
    }

    /// Makes the folder of a till that nobody was told of.
    String enrol(int number) {
        TillConfig config =
                TestTill.config(temp.resolve("till-" + number))
                        .withNeighbours(new NeighbourSettings(true, port, List.of(), true));
        configs.put(number, config);
        String key = DeviceKey.make(config.folder());
        keys.put(number, key);
        identity(number).write(config.folder());
        SnapshotFile.place(config.folder(), TestTill.policies(), List.of(SamplePrices.LIST));
        return key;
    }

    private Identity identity(int number) {
        return new Identity(
                server.address(),
                new kmmotos.model.stores.Till(
                        device(number), SampleStores.SAO_PAULO.storeId(), number, "Till " + number),
                SampleStores.SAO_PAULO);
    }

    Till start(int number) {
        Till till = Till.open(Objects.requireNonNull(configs.get(number)));
        tills.put(number, till);
        till.goOnline();
        return till;
    }

    void configure(int number, NeighbourSettings settings) {
        configs.computeIfPresent(number, (_, config) -> config.withNeighbours(settings));
    }

    int port() {
        return port;
    }

    void stop(int number) {
        till(number).close();
        tills.remove(number);
    }

    void revoke(int number) {
        server.tell(
                new Policy.TillChanged(
                        identity(number).till(), String.valueOf(keys.get(number)), true));
    }

    void sell(int number, Sku sku, long quantity) {
        Rung.up(till(number), sku, quantity);
    }

    Quantity onHand(int number, Sku sku) {
        return Rung.onHand(till(number), sku);
    }

    /// What one till knows of its connection to another.
    NeighbourStatus status(int number, int other) {
        return till(number).neighbours().status().stream()
                .filter(status -> status.till().number() == other)
                .findFirst()
                .orElseGet(() ->
                        new NeighbourStatus(
                                identity(other).till(),
                                false,
                                0,
                                Optional.empty(),
                                Optional.empty()));
    }

    void awaitMirrored(int number, int at) {
        await(
                "till %d mirrored at %d".formatted(number, at),
                () -> status(number, at).kept() == till(number).journal().endSeq());
    }

    void awaitConnected(int... numbers) {
        for (int one : numbers) {
            for (int other : numbers) {
                await(
                        one + " connected to " + other,
                        () -> one == other || status(one, other).isConnected());
            }
        }
    }

    static void await(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(what + " did not come about");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    @Override
    public void close() {
        List.copyOf(new ArrayList<>(tills.values())).forEach(Till::close);
        server.close();
    }
}
