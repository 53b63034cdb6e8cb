package kmmotos.desktop.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.shifts.ClosingModel.Step;
import kmmotos.model.staff.SampleStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosingModelTest {

    private final ShiftFixture till = ShiftFixture.ana();
    private final ClosingModel model = till.models.closing();

    @AfterEach
    void stopPrinter() {
        till.close();
    }

    @Test
    void aMissingCentIsToldButNeverKeepsTheShiftFromClosing() {
        till.open("200");
        till.book.sell(SampleSlips.sale());
        model.begin();
        model.counted("256.01");
        assertThat(counted().difference()).isEqualTo(SampleSlips.money("-0.01"));

        model.close();

        assertThat(till.shift().shiftProperty().get()).isEmpty();
        assertThat(till.book.closed(1).getFirst().closing().report().difference())
                .isEqualTo(SampleSlips.money("-0.01"));
        assertThat(till.lastMessage()).contains("0.01").contains("missing");
    }

    @Test
    void foreignCashIsCountedByItselfAndItsChangeIsOutOfTheDrawer() {
        till.open("200");
        till.book.sell(SampleSlips.foreignSale());
        model.begin();
        var dollars = model.foreignProperty().get().getFirst();
        dollars.pieces().getFirst().count().set(0);
        dollars.typedProperty().set("19");
        // A sale of 11.70 for 20 dollars at 5.40: 96.30 went back.
        model.counted("103.70");

        assertThat(counted().difference().isZero()).isTrue();
        assertThat(counted().count().foreign().getFirst().difference().amount()).isEqualTo("-1.00");
        model.close();

        var report = till.book.closed(1).getFirst().closing().report();
        assertThat(report.foreign().getFirst().counted().amount()).isEqualTo("19.00");
        assertThat(model.foreignProperty().get()).isEmpty();
    }

    @Test
    void whatIsNoAmountOfTheForeignMoneyIsSaid() {
        till.open("200");
        till.book.sell(SampleSlips.foreignSale());
        model.begin();
        model.foreignProperty().get().getFirst().typedProperty().set("many");
        model.counted("103.70");

        assertThat(model.stepProperty().get()).isInstanceOf(Step.Counting.class);
        assertThat(till.lastMessage()).contains("USD");
    }

    @Test
    void whatSomebodyCountedNeverEndsAnothersShift() {
        till.handTo(SampleStaff.ANA);
        till.open("200");
        model.begin();
        model.count().typedProperty().set("200");
        model.counted("200");

        till.handTo(SampleStaff.BRUNO);
        model.close();

        assertThat(till.book.closed(1)).isEmpty();
        assertThat(model.count().typedProperty().get()).isEmpty();
        assertThat(model.stepProperty().get()).isInstanceOf(Step.NotBegun.class);
    }

    @Test
    void whoeverCountsBlindDoesNotFindTheReportOfOneWhoKnows() {
        till.handTo(SampleStaff.BRUNO);
        till.open("200");
        till.shift().printX();
        assertThat(till.shift().reportProperty().get()).isPresent();

        till.handTo(SampleStaff.BRUNO);
        assertThat(till.shift().reportProperty().get()).isPresent();
        till.handTo(SampleStaff.ANA);

        assertThat(till.shift().reportProperty().get()).isEmpty();
        assertThat(till.shift().shiftProperty().get()).isPresent();
    }

    @Test
    void notesAndCoinsAddUpAndAreKept() {
        till.open("200");
        model.begin();
        model.count().pieces().get(0).count().set(1);
        model.count().pieces().get(11).count().set(3);
        assertThat(model.count().totalProperty().get()).isEqualTo(SampleSlips.money("200.15"));
        model.counted("200.15");
        model.close();
        assertThat(till.book.closed(1).getFirst().closing().report().pieces()).hasSize(2);
        assertThat(model.count().totalProperty().get().isZero()).isTrue();
    }

    @Test
    void aSumThatIsNotThatOfThePiecesIsKeptWithoutThem() {
        till.open("200");
        model.begin();
        model.count().pieces().get(0).count().set(1);
        model.counted("199");
        model.close();
        assertThat(till.book.closed(1).getFirst().closing().report().pieces()).isEmpty();
    }

    @Test
    void nobodyWhoCountsBlindCountsAgainAloneOnceTheDifferenceIsShown() {
        till.open("200");
        model.begin();
        model.cancel();
        model.begin();
        model.counted("150");
        model.cancel();

        model.begin();
        assertThat(model.stepProperty().get()).isInstanceOf(Step.NotBegun.class);
        till.models.desk().approvals().approve(SampleStaff.BRUNO, "2222");
        assertThat(model.stepProperty().get()).isInstanceOf(Step.Counting.class);
    }

    @Test
    void whileASaleIsPartPaidTheShiftStaysOpenAndSaysWhatToDo() {
        till.open("200");
        till.partPaid = Optional.of(SampleSlips.money("50"));
        model.begin();
        assertThat(model.stepProperty().get()).isInstanceOf(Step.NotBegun.class);
        assertThat(till.lastMessage()).contains("50.00").contains("Finish that sale");
    }

    @Test
    void aShiftIsLeftUncountedAndGoesOnWithWhatIsInItsDrawer() {
        till.open("200");
        till.book.sell(SampleSlips.sale());
        model.beginLeaving();
        model.leave();
        assertThat(till.shift().shiftProperty().get()).isEmpty();
        assertThat(till.shift().elsewhere()).hasSize(1);

        till.shift().takeUp();

        var open = till.shift().shiftProperty().get().orElseThrow();
        assertThat(open.expectedCash()).isEqualTo(SampleSlips.money("256.02"));
        assertThat(open.opening().carried().orElseThrow().totals().saleCount()).isEqualTo(1);
    }

    @Test
    void aDifferenceComesWithTheReceiptThatMayExplainIt() {
        till.open("200");
        till.book.sell(SampleSlips.sale());
        model.begin();
        model.counted("316.02");
        assertThat(counted().explanations())
                .first()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Explanation.Kind.CAME_IN_CASH);
                    assertThat(one.sale()).contains(SampleSlips.sale());
                });
    }

    private Step.Counted counted() {
        return (Step.Counted) model.stepProperty().get();
    }
}
