package kmmotos.benchmarks.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import kmmotos.benchmarks.TemporaryFolder;
import kmmotos.benchmarks.Timings;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalSettings;
import kmmotos.desktop.journal.Renumbering;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;

/// `km bench till-journal`: how long a sale waits until it is safe, against the least that any
/// program waits on this disk; and how fast a long journal is opened again.
public final class JournalBench {

    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench till-journal [--quick] [--sales 2000] [--folder <on the till's disk>]",
                    Set.of("--sales", "--folder"),
                    Set.of("--quick"));
    private static final int FACT_BYTES = 1_200;
    private static final int QUICK = 50;

    private final Path folder;
    private final byte[] fact = new byte[FACT_BYTES];

    private JournalBench(Path folder) {
        this.folder = folder;
        java.util.Arrays.fill(fact, (byte) 'x');
    }

    public static void main(String[] arguments) {
        System.exit(run(Terminal.standard(), arguments));
    }

    /// Runs the benchmark and answers the exit code.
    public static int run(Terminal terminal, String[] arguments) {
        return COMMAND.run(terminal, arguments, options -> run(terminal, options));
    }

    private static boolean run(Terminal terminal, Options options) {
        int sales = options.has("--quick") ? QUICK : options.number("--sales", 2_000);
        try (TemporaryFolder folder =
                options.text("--folder")
                        .map(Path::of)
                        .map(TemporaryFolder::in)
                        .orElseGet(TemporaryFolder::make)) {
            terminal.say(new JournalBench(folder.path()).measure(sales).toString());
        }
        return true;
    }

    /// The two take turns, so that a disk that is busy with something else is so for both.
    private Table measure(int sales) {
        long[] bare = new long[sales];
        long[] journal = new long[sales];
        try (FileChannel file =
                        FileChannel.open(
                                folder.resolve("bare"),
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE);
                Journal facts = open()) {
            for (int i = 0; i < sales; i++) {
                long begin = System.nanoTime();
                int _ = file.write(ByteBuffer.wrap(fact));
                file.force(false);
                long middle = System.nanoTime();
                var _ = facts.append(Instant.EPOCH, i, fact);
                bare[i] = middle - begin;
                journal[i] = System.nanoTime() - middle;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table(sales, Timings.of(bare), Timings.of(journal), opening());
    }

    private static Table table(int sales, Timings bare, Timings journal, double opening) {
        return new Table("till, %,d sales".formatted(sales), "p50 ms", "p99 ms")
                .row("append and force, bare file", bare.text(0.5), bare.text(0.99))
                .row("a sale in the journal", journal.text(0.5), journal.text(0.99))
                .row(
                        "ratio (goal: at most 2)",
                        ratio(journal.millis(0.5), bare.millis(0.5)),
                        ratio(journal.millis(0.99), bare.millis(0.99)))
                .row(
                        "opened and checked again, facts/s",
                        String.format(Locale.ROOT, "%,.0f", sales / opening),
                        "");
    }

    private static String ratio(double one, double other) {
        return String.format(Locale.ROOT, "%.2f", one / other);
    }

    private Journal open() {
        return Journal.open(
                JournalSettings.of(folder.resolve("journal"), folder.resolve("marker")),
                new UUID(1, 1),
                Renumbering.none());
    }

    private double opening() {
        long begin = System.nanoTime();
        try (Journal journal = open()) {
            if (journal.endSeq() == 0) {
                throw new IllegalStateException("the journal lost its facts");
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
