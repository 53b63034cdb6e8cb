package kmmotos.desktop.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.receipts.SlipText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShiftModelTest {

    private final ShiftFixture till = ShiftFixture.ana();
    private final ShiftModel model = till.shift();

    @AfterEach
    void stopPrinter() {
        till.close();
    }

    @Test
    void aShiftOpensWithItsFloat() {
        till.open("200,00");
        assertThat(model.shiftProperty().get())
                .hasValueSatisfying(open ->
                        assertThat(open.opening().openingFloat())
                                .isEqualTo(SampleSlips.money("200.00")));
        assertThat(till.lastMessage()).contains("open");
    }

    @Test
    void aShiftOfOnesOwnIsNobodyElses() {
        model.open("200", false);
        assertThat(model.shiftProperty().get().orElseThrow().opening().isShared()).isFalse();
        assertThat(till.book.current(kmmotos.model.staff.SampleStaff.BRUNO)).isEmpty();
    }

    @Test
    void whatIsNoAmountOpensNothing() {
        till.open("two hundred");
        till.open("-5");
        assertThat(model.shiftProperty().get()).isEmpty();
        assertThat(till.lastMessage()).contains("\"-5\" is no amount");
    }

    @Test
    void theXReportIsShownAndPrintedAndClosesNothing() {
        till.open("200");
        till.book.sell(SampleSlips.sale());
        model.printX();
        till.close();
        assertThat(till.printer.slips()).hasSize(1);
        assertThat(model.reportProperty().get()).contains(till.printer.slips().getFirst());
        assertThat(model.shiftProperty().get()).isPresent();
    }

    @Test
    void aCashiersXReportDoesNotTellWhatTheDrawerShouldHold() {
        till.open("200");
        till.book.sell(SampleSlips.sale());
        model.printX();
        assertThat(printed())
                .contains("60,00")
                .doesNotContain("256,02")
                .doesNotContain("56,02")
                .doesNotContain("116,02");
    }

    @Test
    void aManagersXReportTellsIt() {
        try (var office = ShiftFixture.carla()) {
            office.open("200");
            office.book.sell(SampleSlips.sale());
            office.shift().printX();
            assertThat(
                            SlipText.of(
                                    office.shift().reportProperty().get().orElseThrow(),
                                    new PaperLayout(42)))
                    .contains("256,02");
        }
    }

    @Test
    void aShiftClosesWithABrokenPrinterToo() {
        till.printer.breakDown(Reason.TIMED_OUT);
        till.open("200");
        till.models.closing().begin();
        till.models.closing().counted("200");
        till.models.closing().close();
        assertThat(till.book.closed(5)).hasSize(1);
        assertThat(model.reportProperty().get()).isPresent();
        assertThat(till.lastMessage()).contains("exact");
    }

    @Test
    void theLastZReportPrintsAgainAsACopy() {
        model.reprintZ();
        assertThat(till.lastMessage()).contains("No shift was closed");
        till.open("10");
        till.models.closing().begin();
        till.models.closing().counted("10");
        till.models.closing().close();
        model.reprintZ();
        till.close();
        assertThat(till.printer.slips()).hasSize(2);
        assertThat(till.printer.slips().getLast().parts().getFirst().toString()).contains("CÓPIA");
    }

    private String printed() {
        return SlipText.of(model.reportProperty().get().orElseThrow(), new PaperLayout(42));
    }
}
