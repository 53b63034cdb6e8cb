package kmmotos.installers.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.process.EndsTogether;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;
import kmmotos.server.RunningServer;
import kmmotos.server.ServerApp;
import kmmotos.server.ServerConfig;
import kmmotos.server.storage.StartRefused;

/// `km demo`: a sample chain to look at, or to play a day in.
public final class Demo {
    private static final String USAGE =
            """
            Usage: ./km demo [--data FOLDER] [--port 8080]                 opens a till's window
                   ./km demo --headless [--orders 20] [--exit] [--data FOLDER]   plays a day without one
            The people, their PINs and what is in the shops: docs/demo.md.\
            """;
    private static final Command COMMAND =
            new Command(
                    USAGE, Set.of("--data", "--port", "--orders"), Set.of("--headless", "--exit"));
    static final String ADMIN = "admin";
    static final String PASSWORD_FILE = "admin-password";

    private final Terminal terminal;
    private final Settings settings;

    /// @param exit ends after the day instead of keeping the server up
    record Settings(Path folder, int port, boolean headless, int orders, boolean exit) {}

    private Demo(Terminal terminal, Settings settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        System.exit(
                COMMAND.run(
                        terminal,
                        arguments,
                        options -> new Demo(terminal, settings(options)).run()));
    }

    private static Settings settings(Options options) {
        if (!options.words().isEmpty()) {
            throw new IllegalArgumentException(
                    "The demo takes no \"" + options.words().getFirst() + "\".");
        }
        boolean headless = options.has("--headless");
        return new Settings(
                options.text("--data").map(Path::of).orElseGet(() -> folder(headless)),
                options.number("--port", headless ? 0 : 8080),
                headless,
                options.number("--orders", 20),
                options.has("--exit"));
    }

    /// A day that is played begins with full shelves, so it gets a folder of its own.
    private static Path folder(boolean headless) {
        if (!headless) {
            return Path.of(System.getProperty("user.home"), ".kmmotos", "demo");
        }
        try {
            return Files.createTempDirectory("km-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean run() {
        terminal.say("Starting the server; everything is kept in " + settings.folder());
        String password = password();
        try (EndsTogether started = new EndsTogether()) {
            return run(started, password);
        }
    }

    private boolean run(EndsTogether started, String password) {
        RunningServer server = started.start(() -> ServerApp.start(config(password)));
        try (ServerApi api = ServerApi.at("http://127.0.0.1:" + server.port())) {
            HeadOffice office = new HeadOffice(api.signedIn(HeadOffice.PREFIX, ADMIN, password));
            SampleSetup setup =
                    new SampleSetup(office, settings.folder().resolve("import"), terminal);
            Shops shops = new Shops(server, office, setup.run(), settings.folder(), terminal);
            if (!settings.headless()) {
                return shops.showTill(started);
            }
            boolean well = shops.playDay(settings.orders());
            if (!settings.exit()) {
                terminal.say("The server stays up at " + api.url() + "; Ctrl+C ends it.");
                waitForEver();
            }
            return well;
        }
    }

    /// Head office's password is made once and kept beside the server's data, for the owner only.
    private String password() {
        Path file = settings.folder().resolve(PASSWORD_FILE);
        try {
            Files.createDirectories(settings.folder());
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
                if (!file.toFile().setReadable(false, false) || !file.toFile().setReadable(true)) {
                    terminal.say("The file " + file + " may be readable by others.");
                }
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + settings.folder() + " is not writable: " + e.getMessage());
        }
    }

    private ServerConfig config(String password) {
        return ServerConfig.from(
                Map.of(
                        "km.http.port",
                        Integer.toString(settings.port()),
                        "km.data.folder",
                        settings.folder().resolve("server").toString(),
                        "km.identity.first-user",
                        ADMIN,
                        "km.identity.first-password",
                        password,
                        "km.chain.language",
                        "pt-BR"));
    }

    private static void waitForEver() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
