package kmmotos.installers.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.installers.api.ServerApi;
import kmmotos.installers.network.Line;
import kmmotos.installers.process.EndsTogether;
import kmmotos.installers.process.JavaChild;
import kmmotos.installers.process.WindowMain;
import kmmotos.installers.sample.SampleChain;
import kmmotos.installers.sample.SampleFiles;
import kmmotos.installers.terminal.Table;
import kmmotos.installers.terminal.Terminal;
import kmmotos.installers.till.HeadlessTill;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.StoreId;
import kmmotos.server.RunningServer;
import kmmotos.server.sync.Invariants;

/// The tills of the demo: one with a window, or two that play a day.
record Shops(
        RunningServer server,
        HeadOffice office,
        SampleFiles files,
        Path folder,
        Terminal terminal) {
    private static final StoreId FIRST = new StoreId("S1");
    private static final StoreId SECOND = new StoreId("S2");

    /// Opens a till's window and waits until it is closed.
    boolean showTill(EndsTogether started) {
        Path till = folder.resolve("till-S1");
        enrol(till, FIRST, url()).close();
        terminal.say(
                "The till of S1 opens. Sign in as Ana Souza with PIN 1111; more in docs/demo.md.");
        terminal.say(
                "Head office's window: sign in as Fernando Reis with PIN 9999, then there as "
                        + Demo.ADMIN
                        + " with the password in "
                        + folder.resolve(Demo.PASSWORD_FILE));
        terminal.say("Online shop's API and its documentation: " + url() + "/docs");
        return started.start(() -> window(till)).awaitEnd() == 0;
    }

    private JavaChild window(Path till) {
        return JavaChild.start(
                new JavaChild.Start(
                        WindowMain.class.getName(),
                        List.of(),
                        List.of("--folder=" + till),
                        Map.of(),
                        folder.resolve("till-S1.log")));
    }

    /// @return whether every check holds
    boolean playDay(int orders) {
        try (Line line = new Line(server.port());
                ServerApi web = ServerApi.at(url());
                HeadlessTill first = enrol(folder.resolve("till-S1"), FIRST, url());
                HeadlessTill second = enrol(folder.resolve("till-S2"), SECOND, line.url())) {
            Day day =
                    new Day(
                            new Day.Cast(
                                    clerk(first, "1111"),
                                    new Shelves(files, FIRST),
                                    clerk(second, "3333"),
                                    new Shelves(files, SECOND),
                                    new WebShopper(web),
                                    SampleChain.customers().getFirst(),
                                    line),
                            terminal);
            List<Sale> sales = day.play(orders);
            return report(sales, List.of(first, second));
        }
    }

    private boolean report(List<Sale> sales, List<HeadlessTill> tills) {
        ChainDatabase chain = new ChainDatabase(server.database());
        Table takings = new Table("head office", "receipts", "lines", "takings R$", "cash", "card");
        chain.takings()
                .forEach(row ->
                        takings.row(
                                row[0],
                                row[1],
                                row[2],
                                money(row[3]),
                                money(row[4]),
                                money(row[5])));
        terminal.say("");
        terminal.say(takings.toString());
        Table orders = new Table("web orders", "count");
        chain.orders().forEach(row -> orders.row(row[0], row[1]));
        terminal.say("");
        terminal.say(orders.toString());
        List<String> problems = new ArrayList<>(Invariants.violations(server.database()));
        problems.addAll(new DayChecks(chain, sales, tills).problems());
        terminal.say("");
        problems.forEach(problem -> terminal.say("PROBLEM: " + problem));
        terminal.say(
                problems.isEmpty()
                        ? "Every invariant holds: receipts, stock, ledger, Z reports, reservations."
                        : "Not every invariant holds.");
        return problems.isEmpty();
    }

    private Clerk clerk(HeadlessTill till, String pin) {
        UUID staff =
                SampleChain.staff().stream()
                        .filter(person -> person.pin().equals(pin))
                        .findFirst()
                        .orElseThrow()
                        .staffId();
        till.signIn(staff, pin);
        return new Clerk(till, staff, Clock.systemUTC());
    }

    private HeadlessTill enrol(Path till, StoreId store, String url) {
        return HeadlessTill.open(till, url, () -> office.enrolmentCode(store, 1, store + "-1"));
    }

    private String url() {
        return "http://127.0.0.1:" + server.port();
    }

    private static String money(Object minor) {
        return "%,.2f".formatted(new BigDecimal(minor.toString()).movePointLeft(2));
    }
}
