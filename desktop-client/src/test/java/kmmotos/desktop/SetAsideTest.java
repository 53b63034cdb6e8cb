package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import kmmotos.desktop.stock.StockBook;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Last pieces that the shop keeps for the online shop: real journal, real database.
class SetAsideTest {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    @TempDir Path temp = Path.of("");
    private Till till = unopened();

    @BeforeEach
    void openTill() {
        till = TestTill.open(temp);
    }

    @AfterEach
    void closeTill() {
        till.close();
    }

    @SuppressWarnings("NullAway") // opened before each test
    private static Till unopened() {
        return null;
    }

    private StockBook.Item pad() {
        return new TillStock(till, Locale.ENGLISH).item(Rung.PAD).orElseThrow();
    }

    private void keep(long quantity) {
        new TillStock(till, Locale.ENGLISH)
                .setAside(Rung.PAD, Quantity.of(quantity), TWO_WEEKS, SampleStaff.BRUNO);
    }

    @Test
    void whatIsKeptIsNotFreeAtTheCounter() {
        keep(3);
        assertThat(pad().setAside()).isEqualTo(Quantity.of(3));
        assertThat(pad().available()).isEqualTo(Quantity.of(7));
        var article = new TillCounter(till).article(Rung.PAD).orElseThrow();
        assertThat(article.available()).isEqualTo(Quantity.of(7));
        keep(0);
        assertThat(pad().available()).isEqualTo(Quantity.of(10));
    }

    @Test
    void itShrinksWhenTheCounterSellsOfIt() {
        keep(3);
        Rung.up(till, Rung.PAD, 8);
        assertThat(pad().setAside()).isEqualTo(Quantity.of(2));
        assertThat(pad().available()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void itOutlivesARebuildAndEndsByItself() {
        keep(3);
        till.close();
        Till.rebuildFromJournal(TestTill.enrolled(temp), OpeningProgress.NONE);
        till = TestTill.open(temp);
        assertThat(pad().setAside()).isEqualTo(Quantity.of(3));
        StockStore stock = till.stores().stock();
        Quantity then =
                till.database()
                        .read(session ->
                                stock.setAside(
                                        session,
                                        stock.level(session, Rung.PAD),
                                        TestTill.NOW.plus(TWO_WEEKS)));
        assertThat(then).isEqualTo(Quantity.ZERO);
    }
}
