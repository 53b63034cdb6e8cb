package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.bins.BinModel;
import kmmotos.desktop.bins.SampleBinBook;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.Test;

/// Things that are put away, without a window.
class BinModelTest {

    private static final String PAD = "BRK-CG160-F";

    private final SampleStockBook stock = new SampleStockBook();
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private final List<Slip> printed = new ArrayList<>();
    private final BinModel model =
            new BinModel(workplace, stock, new SampleBinBook(stock, stock::lieIn), printed::add);

    private String said() {
        return SampleWorkplace.lastMessage(workplace);
    }

    private List<String> bins() {
        return stock.item(new Sku(PAD)).orElseThrow().bins();
    }

    @Test
    void whatIsScannedAfterABinLiesThere() {
        model.scanned("BIN A-03-2");
        model.scanned(PAD);
        assertThat(bins()).containsExactly("A-03-2");
        assertThat(model.items()).hasSize(1);
        assertThat(said()).contains("lies in A-03-2 now");
    }

    @Test
    void itMovesToAnotherBinAndStaysInTheCellar() {
        model.open("a-03-2");
        model.scanned(PAD);
        model.oneMoreProperty().set(true);
        model.open("cellar 1");
        model.scanned(PAD);
        assertThat(bins()).containsExactly("A-03-2", "CELLAR 1");
        model.oneMoreProperty().set(false);
        model.open("B-01");
        model.scanned(PAD);
        assertThat(bins()).containsExactly("B-01", "CELLAR 1");
        model.open("CELLAR 1");
        model.scanned(PAD);
        assertThat(bins()).containsExactly("CELLAR 1");
    }

    @Test
    void whatLiesThereAlreadyIsNotWrittenAgain() {
        model.open("A-1");
        model.scanned(PAD);
        model.scanned(PAD);
        assertThat(said()).contains("already");
        assertThat(bins()).containsExactly("A-1");
    }

    @Test
    void whatIsTakenOutLiesNowhere() {
        model.open("A-1");
        model.scanned(PAD);
        model.takeOut(model.items().getFirst());
        assertThat(bins()).isEmpty();
        assertThat(model.items()).isEmpty();
    }

    @Test
    void withoutABinNothingIsPutAwayAndNothingPrinted() {
        model.scanned(PAD);
        assertThat(said()).contains("Scan a bin first");
        model.print();
        assertThat(printed).isEmpty();
        assertThat(bins()).isEmpty();
    }

    @Test
    void aNameThatIsNoneOpensNothing() {
        model.open("A,1");
        assertThat(model.openProperty().get()).isEmpty();
        assertThat(said()).contains("no name of a bin");
    }

    @Test
    void theLabelOfABinOpensIt() {
        model.open("A-1");
        model.print();
        assertThat(printed).hasSize(1);
    }
}
