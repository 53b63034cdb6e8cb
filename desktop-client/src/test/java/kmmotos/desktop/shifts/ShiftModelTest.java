package kmmotos.desktop.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.devices.PrinterFailed.Reason;
import kmmotos.desktop.devices.PrinterHardware;
import kmmotos.desktop.devices.SimulatedPrinter;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShiftModelTest {

    private static final Clock CLOCK = Clock.fixed(SampleSlips.NOON, ZoneOffset.UTC);

    private final SampleShiftBook book = new SampleShiftBook();
    private final SimulatedPrinter printer = new SimulatedPrinter();
    private final PrintQueue queue = new PrintQueue(PrinterHardware.simulated(printer), _ -> {});
    private final Workplace workplace = SampleWorkplace.of(Role.CASHIER);
    private final ShiftModel model = new ShiftModel(workplace, book, queue, CLOCK);

    @AfterEach
    void stopPrinter() {
        queue.close();
    }

    @Test
    void aShiftOpensWithItsFloat() {
        model.open("200,00");
        assertThat(model.shiftProperty().get())
                .hasValueSatisfying(open ->
                        assertThat(open.opening().openingFloat())
                                .isEqualTo(SampleSlips.money("200.00")));
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("open");
    }

    @Test
    void whatIsNoAmountOpensNothing() {
        model.open("two hundred");
        model.open("-5");
        assertThat(model.shiftProperty().get()).isEmpty();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("\"-5\" is no amount");
    }

    @Test
    void theXReportIsShownAndPrintedAndClosesNothing() {
        model.open("200");
        book.sell(SampleSlips.sale());
        model.printX();
        queue.close();
        assertThat(printer.slips()).hasSize(1);
        assertThat(model.reportProperty().get()).contains(printer.slips().getFirst());
        assertThat(model.shiftProperty().get()).isPresent();
    }

    @Test
    void aMissingCentIsToldButNeverKeepsTheShiftFromClosing() {
        model.open("200");
        book.sell(SampleSlips.sale());
        model.refresh();
        assertThat(model.difference("256.01")).contains(SampleSlips.money("-0.01"));

        model.close("256.01");

        assertThat(model.shiftProperty().get()).isEmpty();
        assertThat(book.closed(1).getFirst().closing().report().difference())
                .isEqualTo(SampleSlips.money("-0.01"));
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("0.01").contains("missing");
    }

    @Test
    void aShiftClosesWithABrokenPrinterToo() {
        printer.breakDown(Reason.TIMED_OUT);
        model.open("200");
        model.close("200");
        assertThat(book.closed(5)).hasSize(1);
        assertThat(model.reportProperty().get()).isPresent();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("exact");
    }

    @Test
    void theLastZReportPrintsAgainAsACopy() {
        model.reprintZ();
        assertThat(SampleWorkplace.lastMessage(workplace)).contains("No shift was closed");
        model.open("10");
        model.close("10");
        model.reprintZ();
        queue.close();
        assertThat(printer.slips()).hasSize(2);
        assertThat(printer.slips().getLast().parts().getFirst().toString()).contains("CÓPIA");
    }

    @Test
    void notesAndCoinsAddUp() {
        var count = model.count();
        count.pieces().get(0).count().set(1);
        count.pieces().get(11).count().set(3);
        assertThat(count.totalProperty().get()).isEqualTo(SampleSlips.money("200.15"));
        count.clear();
        assertThat(count.totalProperty().get().isZero()).isTrue();
    }
}
