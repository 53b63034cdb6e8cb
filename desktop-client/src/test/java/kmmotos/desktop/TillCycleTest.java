package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The day's list on a whole till: real journal, real database, no network.
class TillCycleTest {

    @TempDir Path temp = Path.of("");
    private Till till = unopened();

    @BeforeEach
    void openTill() {
        till = TestTill.open(temp);
        Rung.up(till, Rung.PAD, 2);
    }

    @AfterEach
    void closeTill() {
        till.close();
    }

    @Test
    void whatWasSoldAndNeverCountedIsAskedFor() {
        assertThat(cycle().today().toCount()).extracting(StockBook.Item::sku).contains(Rung.PAD);
    }

    @Test
    void anItemCountedAsExpectedIsNotAskedForAgainAfterARestartToo() {
        var item = stock().item(Rung.PAD).orElseThrow();
        stock().count(
                        List.of(new StockBook.Counted(item.sku(), item.onHand(), item.onHand())),
                        SampleStaff.ANA,
                        Optional.empty());
        till.close();
        till = TestTill.open(temp);
        var today = cycle().today();
        assertThat(today.countedToday()).isEqualTo(1);
        assertThat(today.toCount()).extracting(StockBook.Item::sku).doesNotContain(Rung.PAD);
        assertThat(Rung.onHand(till, Rung.PAD)).isEqualTo(item.onHand()).isNotEqualTo(Quantity.ONE);
    }

    @Test
    void whatIsLeftOutTodayIsNotAskedForAgainToday() {
        cycle().skip(Rung.PAD, "Shelf is blocked");
        assertThat(cycle().today().toCount())
                .extracting(StockBook.Item::sku)
                .doesNotContain(Rung.PAD);
    }

    private StockBook stock() {
        return new TillStock(till, Locale.ENGLISH);
    }

    private TillCycle cycle() {
        return new TillCycle(till, stock());
    }

    /// Opened before each test.
    @SuppressWarnings("NullAway")
    private static Till unopened() {
        return null;
    }
}
