package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.devices.PrintQueue.State;
import kmmotos.desktop.devices.escpos.CodePage;
import kmmotos.desktop.devices.escpos.PaperDecoder;
import kmmotos.desktop.receipts.PaperLayout;
import kmmotos.desktop.receipts.Slip;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever happens to the printer, each receipt comes out whole, and once.
class PaperOutTest {

    private final SimulatedPort device = new SimulatedPort();
    private final LinkedBlockingQueue<State> states = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Reason> told = new LinkedBlockingQueue<>();
    private final PrintQueue queue =
            new PrintQueue(hardware(), failure -> told.add(failure.reason()), Duration.ofMillis(5));

    @BeforeEach
    void listen() {
        queue.onState(states::add);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aReceiptWithoutPaperWaitsAndIsPrintedOnceWhenThereIsANewRoll() {
        device.paperFor(0);
        queue.print(slip("first"));
        queue.print(slip("second"));
        await(state -> state.waiting().equals(List.of("first", "second")));
        assertThat(told()).isEqualTo(Reason.PAPER_OUT);
        device.newRoll();
        await(state -> state.waiting().isEmpty() && state.printed() > 0);
        assertThat(printed()).containsExactly("first", "second");
        assertThat(told).isEmpty();
    }

    @Test
    void whatTheTillSaysBeforeASaleIsAskedOfThePrinter() {
        device.paperFor(0);
        queue.look();
        await(state -> state.trouble().equals(java.util.Optional.of(Reason.PAPER_OUT)));
        device.newRoll();
        device.cover(false);
        queue.look();
        await(state -> state.trouble().equals(java.util.Optional.of(Reason.COVER_OPEN)));
        device.cover(true);
        queue.look();
        await(state -> state.trouble().isEmpty() && state.status().isPresent());
    }

    @Test
    void paperThatEndsInTheMiddleOfAReceiptIsGoneOnWithByThePrinter() {
        device.paperFor(1);
        queue.print(slip("long"));
        assertThat(told()).isEqualTo(Reason.PAPER_OUT);
        queue.openDrawer(1);
        await(state -> device.openings().equals(List.of(1)));
        device.newRoll();
        await(state -> state.waiting().isEmpty() && state.printed() > 0);
        assertThat(printed()).containsExactly("long");
        assertThat(device.scraps()).isEmpty();
    }

    @Test
    void aPrinterThatIsSwitchedOffToChangeTheRollPrintsTheWholeReceiptAnew() {
        device.paperFor(1);
        queue.print(slip("long"));
        assertThat(told()).isEqualTo(Reason.PAPER_OUT);
        device.power(false);
        await(state -> state.trouble().equals(java.util.Optional.of(Reason.NOT_REACHED)));
        device.newRoll();
        device.power(true);
        await(state -> state.waiting().isEmpty() && state.printed() > 0);
        assertThat(printed()).containsExactly("long");
        assertThat(device.scraps()).hasSize(1);
    }

    @Test
    void aCableThatIsOutDelaysTheReceipt() {
        device.cable(false);
        queue.print(slip("late"));
        assertThat(told()).isEqualTo(Reason.NOT_REACHED);
        device.cable(true);
        await(state -> state.waiting().isEmpty() && state.printed() > 0);
        assertThat(printed()).containsExactly("late");
    }

    @Test
    void aReceiptThatMayBeOnPaperIsOnlyPrintedAgainWhenTheClerkSaysSo() {
        device.cutCableAtConfirmation();
        queue.print(slip("unsure"));
        assertThat(told()).isEqualTo(Reason.CLOSED_EARLY);
        await(state -> state.unsure().equals(List.of("unsure")));
        device.cable(true);
        queue.print(slip("next"));
        await(state -> printed().equals(List.of("unsure", "next")));
        queue.discardFirst();
        await(state -> state.unsure().isEmpty());
        assertThat(printed()).containsExactly("unsure", "next");
    }

    @Test
    void whatTheClerkDiscardsIsNeverPrinted() {
        device.cover(false);
        queue.print(slip("unwanted"));
        queue.print(slip("wanted"));
        assertThat(told()).isEqualTo(Reason.COVER_OPEN);
        queue.discardFirst();
        device.cover(true);
        await(state -> state.waiting().isEmpty() && state.printed() > 0);
        assertThat(printed()).containsExactly("wanted");
    }

    @Test
    void aPrinterThatDoesNotTalkIsTakenAtItsWord() {
        device.talks(false);
        queue.print(slip("quiet"));
        await(state -> printed().equals(List.of("quiet")));
        assertThat(told).isEmpty();
    }

    /// The drawer is for whoever stands there now.
    @Test
    void aDrawerThatCouldNotBeOpenedIsNotOpenedLater() {
        device.cable(false);
        queue.openDrawer(1);
        assertThat(told()).isEqualTo(Reason.NOT_REACHED);
        device.cable(true);
        queue.print(slip("later"));
        await(state -> printed().equals(List.of("later")));
        assertThat(device.openings()).isEmpty();
    }

    private PrinterHardware hardware() {
        var printer =
                new EscPosPrinter(
                        device,
                        new PrinterSettings(
                                new DeviceAddress.Simulated(),
                                new PaperLayout(42),
                                CodePage.PC858));
        return new PrinterHardware(printer, printer, true);
    }

    private static Slip slip(String name) {
        return Slip.named(name).text(name).rule().text("line").text("line").build();
    }

    private List<String> printed() {
        return device.receipts().stream()
                .map(paper -> PaperDecoder.decode(paper).getFirst())
                .toList();
    }

    private Reason told() {
        return take(told);
    }

    private void await(Predicate<State> condition) {
        State state = take(states);
        while (!condition.test(state)) {
            state = take(states);
        }
    }

    private static <T> T take(LinkedBlockingQueue<T> queue) {
        try {
            T next = queue.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("something happens").isNotNull();
            return next;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
