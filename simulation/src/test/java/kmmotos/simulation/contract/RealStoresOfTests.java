package kmmotos.simulation.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import kmmotos.simulation.stores.Stores;

/// The real stores that the tests of this JVM share: on the PostgreSQL that `KM_TEST_DATABASE_URL`
/// names, or on one of their own.
final class RealStoresOfTests {

    static final Stores STORES = open();

    private RealStoresOfTests() {}

    private static Stores open() {
        try {
            Stores stores =
                    Stores.real(
                            Files.createTempDirectory("km-simulation"),
                            System.getenv().getOrDefault("KM_TEST_DATABASE_URL", ""));
            Runtime.getRuntime().addShutdownHook(new Thread(stores::close));
            return stores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
