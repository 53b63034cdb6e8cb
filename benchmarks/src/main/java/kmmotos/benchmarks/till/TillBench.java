package kmmotos.benchmarks.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import kmmotos.benchmarks.SampleSale;
import kmmotos.benchmarks.TemporaryFolder;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.benchmarks.sync.BusyNeighbour;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;
import kmmotos.desktop.TillShifts;
import kmmotos.desktop.shifts.DrawerCount;
import kmmotos.desktop.stores.OpeningProgress.Step;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;
import kmmotos.installers.till.HeadlessTill;
import kmmotos.installers.till.StepTimes;
import kmmotos.model.money.Money;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;

/// `km bench till`: a new till's first filling while another one of its shop sells, its start when
/// the database lacks many facts, and a database made anew from the journal.
public final class TillBench {

    private static final Command COMMAND =
            new Command(
                    "Usage: ./km bench till [--quick] [--items 10000,100000] [--facts"
                            + " 10000,100000]",
                    Set.of("--items", "--facts"),
                    Set.of("--quick"));
    private static final StoreId SHOP = new StoreId("S1");
    private static final String ITEM = "S-0000001";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final StaffMember SOMEBODY =
            new StaffMember(new UUID(0, 1), "Somebody", Role.MANAGER, "", Set.of(), true);

    private final Terminal terminal;
    private final Figures figures;
    private final TemporaryFolder folder;

    private TillBench(Terminal terminal, TemporaryFolder folder, Figures figures) {
        this.terminal = terminal;
        this.folder = folder;
        this.figures = figures;
    }

    public static void main(String[] arguments) {
        System.exit(run(Terminal.standard(), arguments));
    }

    /// Runs the benchmark and answers the exit code.
    public static int run(Terminal terminal, String[] arguments) {
        return COMMAND.run(terminal, arguments, options -> run(terminal, options));
    }

    private static boolean run(Terminal terminal, Options options) {
        boolean quick = options.has("--quick");
        List<Integer> items = sizes(options, "--items", quick ? "300" : "10000,100000");
        List<Integer> facts = sizes(options, "--facts", quick ? "200" : "10000,100000");
        if (items.size() != facts.size()) {
            throw new IllegalArgumentException("--items and --facts need as many sizes each.");
        }
        Figures figures = new Figures();
        for (int i = 0; i < items.size(); i++) {
            try (TemporaryFolder folder = TemporaryFolder.make()) {
                TillBench bench = new TillBench(terminal, folder, figures);
                bench.row("items", "%,d".formatted(items.get(i)), "");
                bench.fill(items.get(i));
                bench.row("facts", "%,d".formatted(facts.get(i)), "");
                bench.fallBehind(facts.get(i));
            }
        }
        terminal.say(figures.table("till").toString());
        return true;
    }

    private static List<Integer> sizes(Options options, String name, String otherwise) {
        return Arrays.stream(options.text(name).orElse(otherwise).split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    private TillConfig config() {
        return TillConfig.of(folder.resolve("till"));
    }

    private void fill(int items) {
        try (BenchServer server = BenchServer.start(folder.path());
                ServerApi visitor = ServerApi.at(server.url())) {
            HeadOffice office =
                    new HeadOffice(
                            visitor.signedIn(HeadOffice.PREFIX, "admin", BenchServer.PASSWORD));
            long begin = System.nanoTime();
            new Catalogue(office, folder.path(), items).load();
            row("import at head office, s", since(begin), "");
            try (BusyNeighbour neighbour = BusyNeighbour.start(server, SHOP)) {
                begin = System.nanoTime();
                try (HeadlessTill till = open(server, office)) {
                    row("a new till can sell after, s", since(begin), "30");
                    row("  its snapshot, MB packed", megabytes(snapshot()), "");
                    int told = neighbour.stop();
                    row("  sales of its neighbour meanwhile", "%,d".formatted(told), "");
                    var _ =
                            till.till()
                                    .recorder()
                                    .record(next -> sale(till.till(), next.receiptNumber()));
                    till.till().recorder().project();
                    till.awaitConfirmation(PATIENCE);
                    List<String> differ = till.awaitComparison(PATIENCE);
                    row(
                            "  differs from the server in",
                            differ.isEmpty() ? "nothing" : differ.toString(),
                            "nothing");
                    sellMeanwhile(till.till());
                    fit(till.till(), items);
                }
            }
        }
    }

    private HeadlessTill open(BenchServer server, HeadOffice office) {
        return HeadlessTill.open(
                config(), server.url(), () -> office.enrolmentCode(SHOP, 1, "S1-1"));
    }

    private Path snapshot() {
        return config().folder().snapshot();
    }

    private void sellMeanwhile(Till till) {
        SellingMeanwhile felt =
                SellingMeanwhile.at(till, ITEM, next -> sale(till, next.receiptNumber()));
        row(
                "while it stores a whole snapshot again: look-up, p99 ms",
                felt.lookUps().text(0.99),
                "50");
        row("  sale in the journal, p99 ms", felt.sales().text(0.99), "100");
        row("  the books follow within, ms", felt.books().text(1), "");
    }

    /// With a motorcycle chosen: a scan with its light, and the parts that fit it and are of a
    /// kind.
    private void fit(Till till, int items) {
        FittingSpeed speed = FittingSpeed.at(till, items);
        row("a scan, and whether it fits, p50 ms", speed.lights().text(0.5), "");
        row("a scan, and whether it fits, p99 ms", speed.lights().text(0.99), "50");
        row("parts of a kind that fit, p50 ms", speed.searches().text(0.5), "");
        row("parts of a kind that fit, p99 ms", speed.searches().text(0.99), "50");
    }

    /// Facts that are in the journal only, as after a database that was lost or set back.
    private void fallBehind(int facts) {
        try (Till till = Till.open(config())) {
            var _ = till.recorder().record(new Event.ShiftOpened(opening(till)));
            long begin = System.nanoTime();
            for (int i = 0; i < facts; i++) {
                var _ = till.recorder().record(next -> sale(till, next.receiptNumber()));
            }
            row("facts written and forced, a second", rate(facts, begin), "");
        }
        StepTimes start = new StepTimes();
        long begin = System.nanoTime();
        try (Till _ = Till.open(config(), start)) {
            start.end();
            row("start with these facts to apply, s", since(begin), "30");
            row("  of it the journal's check, s", seconds(start, Step.JOURNAL), "");
            row("  facts applied, a second", rate(start, Step.FACTS), "");
        }
        closeAShift();
        begin = System.nanoTime();
        Till.open(config()).close();
        row("start and end with nothing to apply, s", since(begin), "");
        StepTimes anew = new StepTimes();
        begin = System.nanoTime();
        Till.rebuildFromJournal(config(), anew);
        anew.end();
        row("database made anew, s", since(begin), "");
        row("  records of the snapshot stored, a second", rate(anew, Step.CATALOGUE), "");
        row("  facts applied anew, a second", rate(anew, Step.FACTS), "");
    }

    /// All these sales are in it.
    private void closeAShift() {
        try (Till till = Till.open(config())) {
            TillShifts shifts = new TillShifts(till);
            UUID shiftId = SampleSale.shift();
            long begin = System.nanoTime();
            Money expected = shifts.contents(shiftId).shift().expectedCash();
            row("a shift of all these sales compared with its drawer, s", since(begin), "2");
            begin = System.nanoTime();
            var _ = shifts.close(shiftId, DrawerCount.of(expected), SOMEBODY);
            row("  and closed with its Z, s", since(begin), "2");
        }
    }

    private static ShiftOpening opening(Till till) {
        return new ShiftOpening(
                SampleSale.shift(),
                SHOP,
                till.identity().till().deviceId(),
                LocalDate.EPOCH,
                Instant.EPOCH,
                SOMEBODY.staffId(),
                Money.zero(till.store().currency()));
    }

    private static Event sale(Till till, ReceiptNumber number) {
        return new Event.SaleCompleted(
                SampleSale.of(till.identity().till(), UUID.randomUUID(), number));
    }

    /// Said at once: a large size takes minutes.
    private void row(String what, String figure, String goal) {
        terminal.say("%s: %s".formatted(what, figure));
        figures.add(what, figure, goal);
    }

    private static String seconds(StepTimes times, Step step) {
        return String.format(Locale.ROOT, "%.1f", times.seconds(step));
    }

    private static String rate(StepTimes times, Step step) {
        return String.format(Locale.ROOT, "%,.0f", times.done(step) / times.seconds(step));
    }

    private static String since(long begin) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9);
    }

    private static String rate(int count, long begin) {
        return String.format(Locale.ROOT, "%,.0f", count / ((System.nanoTime() - begin) / 1e9));
    }

    private static String megabytes(Path file) {
        try {
            return String.format(Locale.ROOT, "%.1f", Files.size(file) / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
