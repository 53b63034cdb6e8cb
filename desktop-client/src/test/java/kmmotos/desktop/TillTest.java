package kmmotos.desktop;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillTest {
    @TempDir Path temp;

    @Test
    void aSaleMovesStockAndIsFoundByItsReceipt() {
        try (Till till = TestTill.open(temp)) {
            Sale sale = Rung.up(till, PAD, 3);
            assertThat(sale.receiptNumber()).hasToString("S1-1-1-000001");
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(7));
            List<Sale> found =
                    till.database()
                            .read(session -> till.stores().sales().findByNumber(session, "1", 5));
            assertThat(found).containsExactly(sale);
        }
    }

    @Test
    void receiptNumbersGoOnWithoutAGapAfterARestart() {
        try (Till till = TestTill.open(temp)) {
            Rung.up(till, PAD, 1);
        }
        try (Till till = TestTill.open(temp)) {
            assertThat(Rung.up(till, PAD, 1).receiptNumber()).hasToString("S1-1-1-000002");
        }
    }

    @Test
    void aSaleWrittenButNotProjectedIsAppliedOnceAtTheNextStart() {
        try (Till till = TestTill.open(temp)) {
            Rung.recorded(till, PAD, 2);
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(10));
        }
        for (int start = 0; start < 2; start++) {
            try (Till till = TestTill.open(temp)) {
                assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(8));
            }
        }
    }

    @Test
    void aCorruptDatabaseIsPutAsideAndBuiltAnewFromTheJournal() throws IOException {
        Sale sale;
        try (Till till = TestTill.open(temp)) {
            sale = Rung.up(till, PAD, 4);
        }
        Path file = temp.resolve("till/database/till.mv.db");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.write(new byte[16 * 1024]);
            bytes.setLength(Math.min(bytes.length(), 20_000));
        }
        try (Till till = TestTill.open(temp)) {
            assertThat(till.findings()).anyMatch(note -> note.contains("built anew"));
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(6));
            assertThat(sales(till)).containsExactly(sale);
        }
        assertThat(file.resolveSibling("till.broken")).exists();
    }

    @Test
    void rebuildFromJournalGivesTheSameTablesAgain() {
        TillConfig config = TestTill.enrolled(temp);
        Sale sale;
        try (Till till = Till.open(config)) {
            sale = Rung.up(till, PAD, 4);
            Rung.back(till, sale, Quantity.ZERO, 1);
        }
        Till.rebuildFromJournal(config, OpeningProgress.NONE);
        try (Till till = Till.open(config)) {
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(7));
            assertThat(sales(till)).hasSize(2);
            assertThat(returned(till, sale)).isEqualTo(Quantity.of(1));
        }
    }

    @Test
    void howMuchOfALineCameBackIsKnownAfterARestart() {
        Sale sale;
        try (Till till = TestTill.open(temp)) {
            sale = Rung.up(till, PAD, 3);
            Rung.back(till, sale, Quantity.ZERO, 2);
        }
        try (Till till = TestTill.open(temp)) {
            Quantity returned = returned(till, sale);
            assertThat(returned).isEqualTo(Quantity.of(2));
            assertThatThrownBy(() -> Rung.back(till, sale, returned, 2))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(9));
        }
    }

    @Test
    void aSecondTillIsKeptOutOfTheFolder() {
        TillConfig config = TestTill.enrolled(temp);
        try (Till _ = Till.open(config)) {
            assertThatThrownBy(() -> Till.open(config))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("in use");
        }
        Till.open(config).close();
    }

    @Test
    void theSecretsAreReadableByTheirOwnerOnly() throws IOException {
        TestTill.open(temp).close();
        for (String name : List.of("keys/device.key", "keys/database.key", "identity.json")) {
            assertThat(Files.getPosixFilePermissions(temp.resolve("till").resolve(name)))
                    .hasToString("[OWNER_READ, OWNER_WRITE]");
        }
    }

    private static List<Sale> sales(Till till) {
        return till.database().read(session -> till.stores().sales().latest(session, 10));
    }

    private static Quantity returned(Till till, Sale sale) {
        return till.database()
                .read(session -> till.stores().sales().returned(session, sale.saleId()))
                .getOrDefault(1, Quantity.ZERO);
    }
}
