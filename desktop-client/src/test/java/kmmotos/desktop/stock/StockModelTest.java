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
import kmmotos.model.stock.StockAdjustment.Reason;
import org.junit.jupiter.api.Test;

class StockModelTest {

    private static final Sku PAD = new Sku("BRK-CG160-F");

    private final SampleStockBook book = new SampleStockBook();
    private final Workplace manager = SampleWorkplace.of(Role.MANAGER);
    private final ApprovalModel approvals = SampleApprovals.at(manager, SampleStaff.CARLA, "3333");
    private final StockModel model = new StockModel(manager, book, approvals);

    @Test
    void searchingShowsWhatMatchesAndNothingForNothing() {
        model.search("freio");
        assertThat(model.found()).hasSize(2);
        model.search("  ");
        assertThat(model.found()).isEmpty();
    }

    @Test
    void aScanShowsTheItemWithItsMovements() {
        model.scanned("SPK-CR8E");
        assertThat(model.chosenProperty().get())
                .hasValueSatisfying(item -> assertThat(item.onHand()).isEqualTo(Quantity.of(48)));
        assertThat(model.movements()).hasSize(2);
        model.scanned("7890000000000");
        assertThat(SampleWorkplace.lastMessage(manager)).contains("No item has the code");
    }

    @Test
    void theReasonDecidesTheDirection() {
        model.scanned(PAD.value());
        model.adjust("2", Reason.DAMAGED, "");
        assertThat(onHand()).isEqualTo(Quantity.of(12));
        model.adjust("1.5", Reason.FOUND, "");
        assertThat(onHand()).isEqualTo(Quantity.parse("13.5"));
        model.adjust("-0.5", Reason.WRONG_ENTRY, "counted twice");
        assertThat(onHand()).isEqualTo(Quantity.of(13));
        assertThat(model.movements().getFirst().reason()).isEqualTo("stock_adjusted");
    }

    @Test
    void absurdQuantitiesAreRefused() {
        model.scanned(PAD.value());
        model.adjust("100000", Reason.FOUND, "");
        assertThat(SampleWorkplace.lastMessage(manager)).contains("more than 99,999");
        model.adjust("7891234567895", Reason.FOUND, "");
        model.adjust("0", Reason.FOUND, "");
        model.adjust("some", Reason.FOUND, "");
        model.adjust("-3", Reason.FOUND, "");
        model.adjust("3", Reason.WRONG_ENTRY, " ");
        assertThat(onHand()).isEqualTo(Quantity.of(14));
    }

    @Test
    void whatIsWorthMoreThanTheRolesLimitNeedsAnotherPerson() {
        model.scanned("OIL-20W50-1L");
        model.adjust("51", Reason.MISSING, "");
        assertThat(oil()).isEqualTo(Quantity.of(120));
        assertThat(approvals.askedProperty().get().orElseThrow().what())
                .contains("5,100.00")
                .contains("5,000.00");
        approvals.approve(SampleStaff.HELENA, "4444");
        assertThat(oil()).isEqualTo(Quantity.of(69));
        assertThat(book.approvals()).containsExactly(Optional.of(SampleStaff.HELENA));
        model.adjust("50", Reason.FOUND, "");
        assertThat(oil()).isEqualTo(Quantity.of(119));
        assertThat(book.approvals()).last().isEqualTo(Optional.empty());
    }

    @Test
    void aCorrectionThatNobodyAllowsIsNone() {
        model.scanned("OIL-20W50-1L");
        model.adjust("51", Reason.FOUND, "");
        approvals.cancel();
        assertThat(oil()).isEqualTo(Quantity.of(120));
    }

    private Quantity oil() {
        return book.item(new Sku("OIL-20W50-1L")).orElseThrow().onHand();
    }

    @Test
    void aCashierMayNotCorrectStock() {
        Workplace cashier = SampleWorkplace.of(Role.CASHIER);
        var restricted = new StockModel(cashier, book, approvals);
        restricted.scanned(PAD.value());
        assertThat(restricted.mayAdjust()).isFalse();
        restricted.adjust("2", Reason.MISSING, "");
        assertThat(onHand()).isEqualTo(Quantity.of(14));
        assertThat(SampleWorkplace.lastMessage(cashier)).contains("role may not");
    }

    private Quantity onHand() {
        return book.item(PAD).orElseThrow().onHand();
    }
}
