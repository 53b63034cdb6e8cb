package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.staff.SampleApprovals;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;

class CycleModelTest {

    private static final Sku OIL = new Sku("OIL-20W50-1L");
    private static final Sku PAD = new Sku("BRK-CG160-F");

    private final SampleStockBook stock = new SampleStockBook();
    private final SampleCycleBook book = new SampleCycleBook(stock, OIL.value(), PAD.value());
    private final Workplace workplace = SampleWorkplace.of(Role.MANAGER);
    private final ApprovalModel approvals =
            SampleApprovals.at(workplace, SampleStaff.CARLA, "3333");
    private final CycleModel model = new CycleModel(workplace, stock, book, approvals);

    @Test
    void theListFollowsTheBins() {
        stock.lieIn(OIL, List.of("B-01"));
        stock.lieIn(PAD, List.of("A-01"));
        model.refresh();
        assertThat(model.asked()).extracting(line -> line.item().sku()).containsExactly(PAD, OIL);
    }

    @Test
    void whatWasBookedFallsOffAndItsDifferenceIsTold() {
        model.refresh();
        model.scanned(PAD.value());
        model.typed("13");
        assertThat(model.progressProperty().get()).isEqualTo(new CycleModel.Progress(0, 1, 1));
        assertThat(model.resultProperty().get()).isEmpty();
        model.count().book();
        assertThat(model.progressProperty().get()).isEqualTo(new CycleModel.Progress(1, 0, 1));
        assertThat(model.asked()).extracting(line -> line.item().sku()).containsExactly(OIL);
        var difference = model.resultProperty().get().orElseThrow().getFirst();
        assertThat(difference.pieces()).isEqualTo(Quantity.of(-1));
        assertThat(difference.worth()).isEqualTo(Money.parse("-100.00", SampleStores.BRL));
    }

    @Test
    void whatIsSoldBetweenTheListAndTheCountIsNoDifference() {
        model.refresh();
        stock.move(PAD, Quantity.of(-3), "sale_completed", "S1-2-1-000124");
        model.choose(Optional.of(PAD));
        model.typed("11");
        model.count().book();
        assertThat(model.resultProperty().get().orElseThrow()).isEmpty();
        assertThat(stock.item(PAD).orElseThrow().onHand()).isEqualTo(Quantity.of(11));
    }

    @Test
    void afterAnEntryWhatIsTypedIsNotAboutTheRowChosenBefore() {
        model.refresh();
        model.choose(Optional.of(OIL));
        model.scanned(PAD.value());
        model.typed("14");
        assertThat(model.asked())
                .filteredOn(line -> line.counted().isPresent())
                .extracting(line -> line.item().sku())
                .containsExactly(PAD);
    }

    @Test
    void anItemIsLeftOutForTodayOnlyWithAReason() {
        model.refresh();
        model.skip("Shelf is blocked");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Choose an item");
        model.choose(Optional.of(OIL));
        model.skip(" ");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("200 characters");
        model.skip("Shelf is blocked");
        assertThat(model.asked()).extracting(line -> line.item().sku()).containsExactly(PAD);
        assertThat(book.reasons()).containsExactly("Shelf is blocked");
    }
}
