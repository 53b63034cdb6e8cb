package kmmotos.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntBiFunction;
import kmmotos.benchmarks.growth.GrowthBench;
import kmmotos.benchmarks.journal.JournalBench;
import kmmotos.benchmarks.shop.ShopBench;
import kmmotos.benchmarks.sync.SyncBench;
import kmmotos.benchmarks.till.TillBench;
import kmmotos.installers.terminal.Terminal;
import org.junit.jupiter.api.Test;

/// The short forms run and print their figures; what the figures are is not asserted.
class BenchIT {

    @Test
    void theSyncBenchmarkComparesWithTheRawLimit() {
        assertThat(printed(SyncBench::run))
                .contains(
                        "sales/s, one by one",
                        "sales/s, batches of",
                        "raw limit (COPY)",
                        "seen by");
    }

    @Test
    void theGrowthBenchmarkComparesEachSizeWithTheFirst() {
        assertThat(printed(GrowthBench::run))
                .contains("filled in", "sales one by one", "completeness of the chain", "ratio")
                .doesNotContain("failed");
    }

    @Test
    void aNewTillHasWhatTheServerHas() {
        assertThat(printed(TillBench::run))
                .containsPattern("differs from the server in +nothing")
                .contains("facts applied, a second");
    }

    @Test
    void theJournalBenchmarkComparesWithABareAppend() {
        assertThat(printed(JournalBench::run)).contains("bare file", "ratio", "opened and checked");
    }

    @Test
    void theShopAnswersEveryCustomer() {
        assertThat(printed(ShopBench::run))
                .contains(
                        "search, with counts",
                        "product",
                        "add to cart",
                        "whole checkout",
                        "raw limit");
    }

    private static String printed(ToIntBiFunction<Terminal, String[]> bench) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream);
        assertThat(bench.applyAsInt(terminal, new String[] {"--quick"})).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
