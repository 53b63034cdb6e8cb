package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.staff.SampleApprovals;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.Test;

class CountModelTest {

    private static final Sku OIL = new Sku("OIL-20W50-1L");
    private static final Sku PAD = new Sku("BRK-CG160-F");

    private final SampleStockBook book = new SampleStockBook();
    private final Workplace workplace = SampleWorkplace.of(Role.SUPERVISOR);
    private final ApprovalModel approvals =
            SampleApprovals.at(workplace, SampleStaff.BRUNO, "2222");
    private final CountModel model = new CountModel(workplace, book, approvals);

    @Test
    void scansAddUpAndATypedQuantityReplacesThem() {
        model.scanned(PAD.value());
        model.scanned(PAD.value());
        assertThat(model.lines().getFirst().quantity()).isEqualTo(Quantity.of(2));
        model.typed("13");
        assertThat(model.lines()).hasSize(1);
        assertThat(CountModel.difference(model.lines().getFirst())).isEqualTo(Quantity.of(-1));
    }

    @Test
    void theLineThatWasTouchedLastStandsFirst() {
        model.scanned(PAD.value());
        model.scanned(OIL.value());
        model.scanned(PAD.value());
        assertThat(model.lines().getFirst().item().sku()).isEqualTo(PAD);
    }

    @Test
    void nothingLeftIsCountedAsNone() {
        model.scanned(PAD.value());
        model.typed("0");
        model.book();
        approvals.approve(SampleStaff.CARLA, "3333");
        assertThat(onHand(PAD)).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aCountIsBookedOnceAndTheListIsEmpty() {
        model.set(book.item(PAD).orElseThrow(), "12");
        model.set(book.item(OIL).orElseThrow(), "120");
        model.book();
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(12));
        assertThat(onHand(OIL)).isEqualTo(Quantity.of(120));
        assertThat(model.lines()).isEmpty();
        model.book();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Nothing is counted");
    }

    @Test
    void whatIsSoldWhileOneCountsStaysSold() {
        model.scanned(PAD.value());
        model.typed("12");
        book.move(PAD, Quantity.of(-3), "sale_completed", "S1-2-1-000124");
        model.book();
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(9));
    }

    @Test
    void aQuantityNeedsAnItemAndSense() {
        model.typed("5");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("Scan an item first");
        model.scanned(PAD.value());
        model.typed("-1");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("no quantity");
        model.typed("7890000000000");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("more than 99,999");
        model.scanned("unknown");
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("No item has the code");
        assertThat(model.lines().getFirst().quantity()).isEqualTo(Quantity.ONE);
    }

    /// Four missing of one and two too many of another are six hundred, however they balance.
    @Test
    void differencesBeyondTheRolesLimitNeedAnotherPerson() {
        model.set(book.item(PAD).orElseThrow(), "10");
        model.set(book.item(OIL).orElseThrow(), "122");
        model.book();
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(14));
        assertThat(model.lines()).hasSize(2);
        approvals.approve(SampleStaff.CARLA, "3333");
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(10));
        assertThat(book.approvals()).containsExactly(Optional.of(SampleStaff.CARLA));
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void whoCountsOnIsAskedAnew() {
        model.set(book.item(PAD).orElseThrow(), "1");
        model.book();
        model.scanned(OIL.value());
        assertThat(approvals.askedProperty().get()).isEmpty();
        approvals.approve(SampleStaff.CARLA, "3333");
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(14));
    }

    @Test
    void aCashierDoesNotCount() {
        var cashier = SampleWorkplace.of(Role.CASHIER);
        var counting = new CountModel(cashier, book, approvals);
        counting.scanned(PAD.value());
        counting.book();
        assertThat(SampleWorkplace.lastMessage(cashier)).contains("role may not");
        assertThat(onHand(PAD)).isEqualTo(Quantity.of(14));
    }

    @Test
    void aLineCanBeTakenOutAgain() {
        model.scanned(PAD.value());
        model.remove(model.lines().getFirst());
        assertThat(model.lines()).isEmpty();
    }

    private Quantity onHand(Sku sku) {
        return book.item(sku).orElseThrow().onHand();
    }
}
