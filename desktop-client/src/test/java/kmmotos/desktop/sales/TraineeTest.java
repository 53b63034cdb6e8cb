package kmmotos.desktop.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.staff.StaffMember;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who learns to sell.
class TraineeTest {
    private static final StaffMember TONI =
            new StaffMember(new UUID(9, 9), "Toni", Role.TRAINEE, "$none$", Set.of(), true);

    @TempDir Path temp;
    private CounterFixture at;

    @BeforeEach
    void ringUp() {
        at = new CounterFixture(temp);
        at.staff.hire(TONI);
        at.open();
        at.signIn(TONI, "5555");
        at.scan(CounterFixture.PAD);
    }

    private SaleState state() {
        return at.sale().stateProperty().get();
    }

    @Test
    void eachSaleOfATraineeIsApprovedBeforeItIsPaid() {
        at.models.checkout().total();
        assertThat(state()).isEqualTo(SaleState.SELL);
        assertThat(at.approvals.askedProperty().get().orElseThrow().what()).contains("49.90");
        at.approvals.approve(SampleStaff.BRUNO, "2222");
        assertThat(state()).isEqualTo(SaleState.TENDER);
        at.models.checkout().cash("");
        assertThat(state()).isEqualTo(SaleState.DONE);
        assertThat(at.books.sales.getLast().staffId()).isEqualTo(TONI.staffId());
    }

    @Test
    void whatIsAddedAfterTheQuestionIsAskedForAnew() {
        at.models.checkout().total();
        at.scan(CounterFixture.KIT);
        at.approvals.approve(SampleStaff.BRUNO, "2222");
        assertThat(state()).isEqualTo(SaleState.SELL);
        at.models.checkout().total();
        at.approvals.approve(SampleStaff.BRUNO, "2222");
        assertThat(state()).isEqualTo(SaleState.TENDER);
    }

    @Test
    void aCashierCannotApprove() {
        at.models.checkout().total();
        assertThat(at.approvals.askedProperty().get().orElseThrow().approvers())
                .doesNotContain(SampleStaff.ANA, TONI);
    }
}
