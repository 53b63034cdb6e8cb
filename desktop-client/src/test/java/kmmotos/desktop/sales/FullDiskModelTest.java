package kmmotos.desktop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kmmotos.desktop.sales.CounterJournal.Room;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills up, seen from the counter.
class FullDiskModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    @Test
    void littleRoomIsSaidAndSellingGoesOn() {
        at.books.room = Room.LOW;
        at.type("KT-520-118");
        assertThat(at.lastMessage()).contains("nearly full");
        at.models.checkout().total();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
    }

    @Test
    void withoutRoomNothingIsPaidUntilThereIsSome() {
        at.books.room = Room.NONE;
        at.type("KT-520-118");
        assertThat(at.lastMessage()).contains("nothing can be sold now");
        at.models.checkout().total();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        at.books.room = Room.ENOUGH;
        at.models.checkout().total();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
        assertThat(at.due()).isEqualTo("189.00");
    }
}
