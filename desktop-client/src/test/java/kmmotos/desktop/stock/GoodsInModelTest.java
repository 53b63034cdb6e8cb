package kmmotos.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kmmotos.desktop.purchasing.GoodsInModel;
import kmmotos.desktop.purchasing.PurchaseBook.Came;
import kmmotos.desktop.purchasing.SamplePurchaseBook;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.staff.SampleApprovals;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.Test;

/// Taking in purchase orders by scanner, without a window.
class GoodsInModelTest {

    private static final String PAD = SamplePurchaseBook.PAD.value();
    private static final String OIL = SamplePurchaseBook.OIL.value();
    private static final String PLUG = "SPK-CR8E";

    private final SampleStockBook stock = new SampleStockBook();
    private final SamplePurchaseBook book = new SamplePurchaseBook(stock);
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private final ApprovalModel approvals = SampleApprovals.at(workplace, SampleStaff.ANA, "1111");
    private final GoodsInModel model =
            new GoodsInModel(workplace, stock, book, approvals, (_, _) -> {});

    private String said() {
        return SampleWorkplace.lastMessage(workplace);
    }

    private void unpack(String code, String many) {
        model.scanned(code);
        model.typed(many);
    }

    @Test
    void aScanFindsTheOrderThatAwaitsIt() {
        model.refresh();
        model.scanned(OIL);
        assertThat(model.chosenProperty().get()).isPresent();
        assertThat(model.lines().getLast().good()).isEqualTo(Quantity.ONE);
        assertThat(model.lines().getLast().still()).isEqualTo(Quantity.of(23));
    }

    @Test
    void aPartIsTakenInAndTheRestStaysAwaited() {
        model.refresh();
        unpack(PAD, "6");
        model.book("NF 4711");
        assertThat(book.received())
                .containsExactly(
                        new SamplePurchaseBook.Received(
                                "NF 4711",
                                List.of(
                                        new Came(
                                                SamplePurchaseBook.PAD,
                                                Quantity.of(6),
                                                Quantity.ZERO)),
                                Optional.empty()));
        assertThat(model.lines()).isEmpty();
        assertThat(model.awaited().getFirst().lines().getFirst().left()).isEqualTo(Quantity.of(4));
    }

    @Test
    void damagedPiecesComeOffTheGoodOnes() {
        model.refresh();
        unpack(PAD, "10");
        model.damaged("2");
        assertThat(model.lines().getFirst().good()).isEqualTo(Quantity.of(8));
        model.damaged("1");
        assertThat(model.lines().getFirst().good()).isEqualTo(Quantity.of(9));
        assertThat(model.lines().getFirst().still()).isEqualTo(Quantity.ONE);
    }

    @Test
    void whatWasNotOrderedIsRefusedAtItsFirstScan() {
        model.refresh();
        model.choose(model.awaited().getFirst());
        model.scanned(PLUG);
        assertThat(said()).contains("is not on order PO-1001").contains("scan it once more");
        assertThat(model.lines()).hasSize(2);
        model.scanned(PLUG);
        assertThat(model.lines()).hasSize(3);
        assertThat(model.lines().getLast().ordered()).isFalse();
        model.book("");
        assertThat(book.received()).isEmpty();
        assertThat(approvals.askedProperty().get()).isPresent();
    }

    @Test
    void whatNobodyAwaitsIsNotTakenInHere() {
        model.refresh();
        model.scanned(PLUG);
        assertThat(said()).contains("No order awaits").contains("F5");
        assertThat(model.chosenProperty().get()).isEmpty();
    }

    @Test
    void moreThanTheToleranceNeedsSomebodyWhoMay() {
        model.refresh();
        unpack(PAD, "11");
        model.book("");
        assertThat(book.received()).hasSize(1);

        model.choose(model.awaited().getFirst());
        unpack(PAD, "1");
        model.book("");
        assertThat(book.received()).hasSize(1);
        var asked = approvals.askedProperty().get().orElseThrow();
        assertThat(asked.what()).contains("at most 0");
        approvals.approve(SampleStaff.BRUNO, "2222");
        assertThat(book.received().getLast().approvedBy()).contains(SampleStaff.BRUNO);
    }

    @Test
    void aSupervisorLetsMoreInAlone() {
        var supervisor = SampleWorkplace.of(Role.SUPERVISOR);
        var theirs = new GoodsInModel(supervisor, stock, book, approvals, (_, _) -> {});
        theirs.refresh();
        theirs.scanned(PAD);
        theirs.typed("12");
        theirs.book("");
        assertThat(book.received().getLast().approvedBy()).contains(supervisor.operator().get());
    }

    @Test
    void allThatIsAwaitedComesWithOnePress() {
        model.refresh();
        model.choose(model.awaited().getFirst());
        model.cameAll();
        model.book("");
        assertThat(model.awaited()).isEmpty();
    }

    @Test
    void nothingIsTakenInWithoutAnOrderOrGoods() {
        model.book("");
        assertThat(said()).contains("Choose an order");
        model.refresh();
        model.choose(model.awaited().getFirst());
        model.book("");
        assertThat(said()).contains("Nothing is unpacked");
        model.typed("2");
        assertThat(said()).contains("Scan an item first");
    }

    @Test
    void whatIsBeingUnpackedStaysWhenNewsComes() {
        model.refresh();
        model.scanned(OIL);
        model.refresh();
        assertThat(model.lines().getLast().good()).isEqualTo(Quantity.ONE);
    }
}
