package kmmotos.installers.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.demo.HeadOffice;
import kmmotos.installers.network.Line;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;
import kmmotos.model.staff.Role;
import kmmotos.model.sync.Json;
import kmmotos.server.RunningServer;
import kmmotos.server.ServerApp;
import kmmotos.server.ServerConfig;
import kmmotos.server.storage.Caller;

/// `km replay FILE`: real invoices through real tills and the real sync to a server, and the sums
/// compared.
public final class Replay {
    private static final String USAGE =
            """
            Usage: ./km replay FILE [--stores 8] [--tills 2] [--offline-every N] [--kill-every N] [--data FOLDER]
            FILE has the columns of "Online Retail" (.csv or .csv.xz), see docs/replay.md.
              --offline-every N   cuts the line for the second half of every N invoices
              --kill-every N      kills all tills (as a power cut would) every N invoices
              --data FOLDER       where server and tills are kept; without it in a folder that is deleted\
            """;

    private static final Command COMMAND =
            new Command(
                    USAGE,
                    Set.of("--stores", "--tills", "--offline-every", "--kill-every", "--data"),
                    Set.of());

    private final Terminal terminal;
    private final Settings settings;

    record Settings(
            Path file, int stores, int tills, int offlineEvery, int killEvery, Path folder) {}

    Replay(Terminal terminal, Settings settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        System.exit(
                COMMAND.run(
                        terminal,
                        arguments,
                        options -> new Replay(terminal, settings(options)).run()));
    }

    private static Settings settings(Options options) {
        if (options.words().size() != 1) {
            throw new IllegalArgumentException("Which file?");
        }
        Path file = Path.of(options.words().getFirst());
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("The file " + file + " can't be read.");
        }
        return new Settings(
                file.toAbsolutePath(),
                Math.max(1, options.number("--stores", 8)),
                Math.max(1, options.number("--tills", 2)),
                options.number("--offline-every", 0),
                options.number("--kill-every", 0),
                options.text("--data").map(Path::of).orElseGet(Replay::temporaryFolder));
    }

    /// @return whether head office came to the same sums as the file
    boolean run() {
        List<RetailInvoice> invoices = RetailFile.read(settings.file());
        RetailTotals expected = RetailTotals.of(invoices);
        terminal.say(
                "%s: %,d invoices, %,d lines; %d stores with %d tills each"
                        .formatted(
                                settings.file().getFileName(),
                                expected.invoices(),
                                expected.lines(),
                                settings.stores(),
                                settings.tills()));
        String password = UUID.randomUUID().toString();
        try (RunningServer server = ServerApp.start(config(password));
                ServerApi api = ServerApi.at("http://127.0.0.1:" + server.port());
                Line line = new Line(server.port())) {
            HeadOffice office = new HeadOffice(api.signedIn(HeadOffice.PREFIX, "admin", password));
            ReplayChain chain = new ReplayChain(office, settings.stores(), settings.tills());
            chain.setUp(RetailCatalogue.of(invoices), settings.folder().resolve("import"));
            sell(chain, line, expected);
            return compare(server, expected);
        }
    }

    private void sell(ReplayChain chain, Line line, RetailTotals expected) {
        Interruptions interruptions =
                new Interruptions(settings.offlineEvery(), settings.killEvery());
        TillsProcess tills =
                new TillsProcess(
                        writePlan(chain, line),
                        settings.folder().resolve("tills.log"),
                        line,
                        interruptions,
                        terminal,
                        InstantSource.system());
        tills.runUntilConfirmed();
        terminal.say(
                "Line cut %d times, tills killed %d times"
                        .formatted(interruptions.cuts(), interruptions.kills()));
        terminal.say("At the tills:  " + tills.selling().perSecond(expected.invoices()));
        terminal.say("Through sync:  " + tills.confirming().perSecond(expected.invoices()));
    }

    private boolean compare(RunningServer server, RetailTotals expected) {
        Caller headOffice = new Caller.Staff(ReplayChain.CASHIER, Role.HEAD_OFFICE, Set.of());
        Comparison comparison =
                new Comparison(expected, HeadOfficeFigures.read(server.database(), headOffice));
        terminal.say(comparison.toString());
        terminal.say(comparison.isEqual() ? "Equal." : "NOT EQUAL.");
        return comparison.isEqual();
    }

    private Path writePlan(ReplayChain chain, Line line) {
        ReplayPlan plan =
                new ReplayPlan(
                        settings.file(),
                        line.url(),
                        ReplayChain.CASHIER,
                        chain.seats(settings.folder()));
        Path file = settings.folder().resolve("plan.json");
        try {
            Json.MAPPER.writeValue(file.toFile(), plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private ServerConfig config(String password) {
        return ServerConfig.from(
                Map.of(
                        "km.http.port",
                        "0",
                        "km.data.folder",
                        settings.folder().resolve("server").toString(),
                        "km.identity.first-password",
                        password,
                        "km.chain.currency",
                        ReplayChain.CURRENCY.getCurrencyCode()));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("km-replay");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
