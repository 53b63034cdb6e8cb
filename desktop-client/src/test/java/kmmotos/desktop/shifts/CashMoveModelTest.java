package kmmotos.desktop.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.shifts.CashPurpose.Kind;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CashMoveModelTest {

    private final ShiftFixture till = ShiftFixture.ana();
    private final CashMoveModel model = till.models.moves();

    @AfterEach
    void stopPrinter() {
        till.close();
    }

    @Test
    void whatIsPaidOutLeavesTheDrawerAtOnceWithItsSlip() {
        till.open("200");
        model.ask(Kind.PAID_OUT);
        model.move(CashPurpose.EXPENSE, "35", "window cleaner");
        till.close();
        assertThat(till.shift().movements()).hasSize(1);
        assertThat(till.shift().shiftProperty().get().orElseThrow().expectedCash())
                .isEqualTo(SampleSlips.money("165"));
        assertThat(till.printer.openings()).containsExactly(1);
        assertThat(till.printer.slips()).hasSize(1);
        assertThat(model.askedProperty().get()).isEmpty();
    }

    @Test
    void moreThanTheRoleMayPayOutNeedsAnotherPersonWhoMay() {
        till.open("2000");
        model.move(CashPurpose.SUPPLIER, "100.01", "oil");
        assertThat(till.shift().movements()).isEmpty();

        var asked = till.models.desk().approvals().askedProperty().get().orElseThrow();
        assertThat(asked.approvers()).contains(SampleStaff.BRUNO).doesNotContain(SampleStaff.ANA);
        till.models.desk().approvals().approve(SampleStaff.BRUNO, "2222");

        assertThat(till.shift().movements().getFirst().movement().approvedBy())
                .contains(SampleStaff.BRUNO.staffId());
    }

    @Test
    void whoApprovesMayPayOutThatMuchThemselves() {
        till.open("2000");
        model.move(CashPurpose.SUPPLIER, "1000.01", "tyres");
        assertThat(till.models.desk().approvals().askedProperty().get().orElseThrow().approvers())
                .containsExactlyInAnyOrder(SampleStaff.CARLA, SampleStaff.HELENA);
    }

    @Test
    void aCashierOpensTheDrawerForNothingOnlyWithApprovalAndAReason() {
        till.open("200");
        model.move(CashPurpose.OTHER_REASON, "", " ");
        assertThat(till.lastMessage()).contains("what it is for");
        model.move(CashPurpose.GIVING_CHANGE, "", "");
        assertThat(till.printer.openings()).isEmpty();
        till.models.desk().approvals().approve(SampleStaff.BRUNO, "2222");
        till.close();
        assertThat(till.printer.openings()).containsExactly(1);
        assertThat(till.printer.slips()).isEmpty();
        assertThat(till.book.current(SampleStaff.ANA).orElseThrow().totals().cashMoved().noSales())
                .isEqualTo(1);
    }

    @Test
    void nothingMovesWithoutAShiftOrAnAmountOrAReason() {
        model.ask(Kind.SAFE_DROP);
        assertThat(till.lastMessage()).contains("Open a shift");
        till.open("200");
        model.move(CashPurpose.TO_SAFE, "0", "");
        model.move(CashPurpose.TO_SAFE, "much", "");
        model.move(CashPurpose.EXPENSE, "5", "");
        assertThat(till.shift().movements()).isEmpty();
    }
}
