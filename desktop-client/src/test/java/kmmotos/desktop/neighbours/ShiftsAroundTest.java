package kmmotos.desktop.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import kmmotos.desktop.TillShifts;
import kmmotos.desktop.shifts.DrawerCount;
import kmmotos.desktop.shifts.ShiftBook.Elsewhere;
import kmmotos.desktop.shifts.ShiftBook.Move;
import kmmotos.desktop.shifts.ShiftBook.OpenShift;
import kmmotos.desktop.shifts.ShiftBook.TakeUp;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shift is left at one till and goes on at another: at exactly one, and for whom it is.
@SuppressWarnings("NullAway.Init")
class ShiftsAroundTest {
    private static final ShiftTerms OWN = new ShiftTerms(false, 1, Optional.empty());

    @TempDir Path temp;
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(temp).open(1, 2, 3);
        shop.awaitConnected(1, 2, 3);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aShiftGoesOnAtExactlyOneTillWithItsMoneyItsDayAndWhatItTook() {
        OpenShift left = leave();
        Elsewhere at2 = awaitShown(2, SampleStaff.ANA);
        Elsewhere at3 = awaitShown(3, SampleStaff.ANA);
        assertThat(at(2).elsewhere(SampleStaff.BRUNO)).isEmpty();

        TakeUp taken = at(2).takeUp(at2, SampleStaff.ANA);
        assertThat(at(3).takeUp(at3, SampleStaff.ANA)).isEqualTo(new TakeUp.Gone());

        OpenShift goesOn = ((TakeUp.Taken) taken).shift();
        assertThat(goesOn.opening().openingFloat()).isEqualTo(money("70.00"));
        assertThat(goesOn.opening().businessDay()).isEqualTo(left.opening().businessDay());
        assertThat(goesOn.opening().isShared()).isFalse();
        assertThat(goesOn.opening().carried().orElseThrow().shiftId())
                .isEqualTo(left.opening().shiftId());
        assertThat(goesOn.opening().carried().orElseThrow().totals().cashMoved().dropped())
                .isEqualTo(money("30.00"));
        assertThat(at(1).current(SampleStaff.ANA)).isEmpty();
    }

    @Test
    void aShiftThatWentOnAndWasClosedIsNotTakenUpAgain() {
        OpenShift _ = leave();
        Elsewhere left = awaitShown(2, SampleStaff.ANA);
        OpenShift goesOn = ((TakeUp.Taken) at(2).takeUp(left, SampleStaff.ANA)).shift();
        at(2).close(goesOn.opening().shiftId(), DrawerCount.of(money("70.00")), SampleStaff.ANA);

        assertThat(at(2).takeUp(left, SampleStaff.ANA)).isEqualTo(new TakeUp.Gone());
        assertThat(at(2).current(SampleStaff.ANA)).isEmpty();
    }

    @Test
    void aTillThatIsOffGivesNoAnswerAndItsShiftWaits() {
        OpenShift _ = leave();
        Elsewhere left = awaitShown(2, SampleStaff.ANA);
        shop.stop(1);
        assertThat(at(2).takeUp(left, SampleStaff.ANA)).isEqualTo(new TakeUp.NoAnswer());

        shop.start(1);
        shop.awaitConnected(1, 2, 3);
        assertThat(at(2).takeUp(awaitShown(2, SampleStaff.ANA), SampleStaff.ANA))
                .isInstanceOf(TakeUp.Taken.class);
    }

    private OpenShift leave() {
        OpenShift shift = at(1).open(money("100.00"), OWN, SampleStaff.ANA).orElseThrow();
        at(1).move(
                        shift.opening().shiftId(),
                        new Move(CashPurpose.TO_SAFE, money("30.00"), ""),
                        SampleStaff.ANA,
                        Optional.empty());
        at(1).leave(shift.opening().shiftId(), SampleStaff.ANA);
        return shift;
    }

    private Elsewhere awaitShown(int number, StaffMember member) {
        Shop.await("the shift at till " + number, () -> !at(number).elsewhere(member).isEmpty());
        return at(number).elsewhere(member).getFirst();
    }

    private TillShifts at(int number) {
        return new TillShifts(shop.till(number));
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }
}
