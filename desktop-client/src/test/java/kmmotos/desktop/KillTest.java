package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kmmotos.desktop.sync.Rung;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int ROUNDS = 2;
    private static final int SALES = 40;

    @TempDir Path temp;

    @Test
    void everyReceiptThatWasPrintedIsASaleAfterTheTillWasKilled() throws Exception {
        TestTill.enrolled(temp);
        Path receipts = temp.resolve("receipts");
        for (int round = 1; round <= ROUNDS; round++) {
            killAfter(round * SALES, receipts);
        }
        List<String> printed = Files.readAllLines(receipts);
        try (Till till = TestTill.open(temp)) {
            List<String> sold =
                    till
                            .database()
                            .read(session -> till.stores().sales().latest(session, 1_000_000))
                            .stream()
                            .map(Sale::receiptNumber)
                            .sorted()
                            .map(Object::toString)
                            .toList();
            assertThat(sold).containsAll(printed);
            assertThat(sold).doesNotHaveDuplicates();
            assertThat(sold.size() - printed.size()).isBetween(0, ROUNDS);
            assertThat(sold.getLast()).endsWith("-%06d".formatted(sold.size()));
            assertThat(Rung.onHand(till, Rung.PAD)).isEqualTo(Quantity.of(10L - sold.size()));
        }
    }

    private void killAfter(int lines, Path receipts) throws IOException, InterruptedException {
        Process till =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                SellingProcess.class.getName(),
                                temp.toString(),
                                receipts.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(new File(temp.toFile(), "log"))
                        .start();
        try {
            while (till.isAlive() && count(receipts) < lines) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            assertThat(till.isAlive()).as(Files.readString(temp.resolve("log"))).isTrue();
        } finally {
            till.destroyForcibly().waitFor();
        }
    }

    private static long count(Path receipts) throws IOException {
        return Files.exists(receipts) ? Files.readAllLines(receipts).size() : 0;
    }
}
