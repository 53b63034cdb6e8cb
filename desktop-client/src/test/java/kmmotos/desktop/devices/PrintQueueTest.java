package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.receipts.Slip;
import org.junit.jupiter.api.Test;

class PrintQueueTest {

    private final SimulatedPrinter simulated = new SimulatedPrinter();
    private final List<DeviceFailed> failures = new CopyOnWriteArrayList<>();

    @Test
    void slipsComeOutInTheOrderAskedAndTheDrawerOpens() {
        try (var queue = queue()) {
            queue.openDrawer(1);
            queue.print(slip("first"));
            queue.print(slip("second"));
        }
        assertThat(simulated.slips()).extracting(Slip::name).containsExactly("first", "second");
        assertThat(simulated.openings()).containsExactly(1);
        assertThat(failures).isEmpty();
    }

    @Test
    void anotherPrinterTakesOverFromTheNextSlipOn() {
        var other = new SimulatedPrinter();
        try (var queue = queue()) {
            queue.use(PrinterHardware.simulated(other));
            queue.print(slip("elsewhere"));
        }
        assertThat(simulated.slips()).isEmpty();
        assertThat(other.slips()).hasSize(1);
    }

    @Test
    void aDeadPrinterNeverBlocksTheTillAndTheQueueStaysBounded() {
        var stuck = new CountDownLatch(1);
        try (var queue =
                new PrintQueue(
                        new PrinterHardware((_, _) -> await(stuck), simulated, true),
                        failures::add)) {
            for (int i = 0; i < PrintQueue.MAX_WAITING + 10; i++) {
                queue.print(slip("slip " + i));
            }
            assertThat(failures)
                    .isNotEmpty()
                    .allMatch(failure -> failure.reason() == Reason.QUEUE_FULL);
            stuck.countDown();
        }
    }

    private PrintQueue queue() {
        return new PrintQueue(PrinterHardware.simulated(simulated), failures::add);
    }

    private static Slip slip(String name) {
        return Slip.named(name).text(name).build();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
