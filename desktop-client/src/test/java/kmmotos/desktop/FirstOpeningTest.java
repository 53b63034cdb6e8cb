package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.sync.SnapshotFile;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Unit;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sync.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The first opening stores the whole catalogue at once or not at all.
class FirstOpeningTest {
    private static final int PRODUCTS = 1_800;

    /// Rows and indexes of one of these products take about 600; open it is 2,700.
    private static final long BYTES_PER_PRODUCT = 1_500;

    @TempDir Path temp;
    private int policies;

    private static List<Policy> bigCatalogue() {
        List<Policy> all = new ArrayList<>(TestTill.policies());
        for (int i = 0; i < PRODUCTS; i++) {
            Product product =
                    SampleProducts.product(
                            "Part " + i, "P-" + i, "78920000%05d0".formatted(i), Unit.PIECE);
            all.add(new Policy.ProductChanged(product));
        }
        return all;
    }

    @BeforeEach
    void enrol() {
        var folder = TestTill.enrolled(temp).folder();
        var big = bigCatalogue();
        policies = big.size();
        SnapshotFile.place(folder, big, List.of(SamplePrices.LIST));
    }

    private long storedProducts() {
        try (Till till = TestTill.open(temp)) {
            return till.database().read(till.stores().catalog()::countVariants);
        }
    }

    @Test
    void itTellsHowFarItIsUpToTheEnd() {
        List<Long> told = new ArrayList<>();
        Till.open(
                        TestTill.config(temp),
                        (step, done, of) -> {
                            if (step == OpeningProgress.Step.CATALOGUE && of > 0) {
                                assertThat(of).isEqualTo(policies);
                                told.add(done);
                            }
                        })
                .close();
        assertThat(told).isSorted().hasSizeGreaterThan(1).endsWith((long) policies);
    }

    @Test
    void closedItLeavesAFileThatIsNoLargerThanWhatItHolds() throws IOException {
        Path database;
        try (Till till = Till.open(TestTill.config(temp))) {
            database = till.database().file();
        }
        assertThat(Files.size(database.resolveSibling("till.mv.db")))
                .isLessThan(PRODUCTS * BYTES_PER_PRODUCT);
    }

    @Test
    void whatStopsItInTheMiddleLeavesNothingHalfDone() {
        assertThatThrownBy(() -> Till.open(TestTill.config(temp), FirstOpeningTest::stop))
                .hasMessageContaining("stopped here");
        assertThat(storedProducts()).isEqualTo(PRODUCTS + SampleProducts.ALL.size());
    }

    private static void stop(OpeningProgress.Step step, long done, long of) {
        if (step == OpeningProgress.Step.CATALOGUE && done > 0 && done < of) {
            throw new IllegalStateException("stopped here");
        }
    }

    @Test
    void aKillInTheMiddleIsMadeGoodAtTheNextOpening() throws Exception {
        File log = temp.resolve("log").toFile();
        Process opening =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                OpeningProcess.class.getName(),
                                temp.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        assertThat(opening.waitFor())
                .as(Files.readString(log.toPath()))
                .isEqualTo(OpeningProcess.HALTED);
        assertThat(storedProducts()).isEqualTo(PRODUCTS + SampleProducts.ALL.size());
    }
}
