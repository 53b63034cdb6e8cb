package kmmotos.benchmarks.growth;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.server.SyncFeatures;
import kmmotos.server.feed.FeedStore;
import kmmotos.server.orders.OrderUpkeep;
import kmmotos.server.shortages.ShortageNews;
import kmmotos.server.stock.SellRates;
import kmmotos.server.storage.Database;
import kmmotos.server.sync.CopiedTills;
import kmmotos.server.sync.Invariants;

/// What the server does now and then by itself, each once more by hand.
final class Chores {

    private static final int POOL = 2;

    private final Figures figures;

    private Chores(Figures figures) {
        this.figures = figures;
    }

    static void run(BenchServer server, Figures figures) {
        Chores chores = new Chores(figures);
        Clock clock = Clock.systemUTC();
        Instant now = clock.instant();
        try (Database database = database(server)) {
            chores.time("every 10 s: shortages told", () -> ShortageNews.tell(database, now));
            chores.time("every 10 s: copied tills", () -> CopiedTills.look(database, now));
            chores.time("every 20 s: orders", () -> OrderUpkeep.run(database, clock));
            chores.time("hourly: sell rates, first", () -> SellRates.refresh(database, now));
            chores.time("hourly: sell rates, again", () -> SellRates.refresh(database, now));
            chores.time("hourly: old feed, nothing to do", () -> FeedStore.sweep(database));
        }
    }

    /// Whether what was filled in could have come from tills.
    static void check(BenchServer server) {
        try (Database database = database(server)) {
            List<String> violations = Invariants.violations(database);
            if (!violations.isEmpty()) {
                throw new IllegalStateException(violations.toString());
            }
        }
    }

    private static Database database(BenchServer server) {
        return Database.open(server.address(), POOL, SyncFeatures.ROWS, new SimpleMeterRegistry());
    }

    private void time(String what, Runnable chore) {
        long begin = System.nanoTime();
        chore.run();
        figures.add(what + ", ms", (System.nanoTime() - begin) / 1e6);
    }
}
