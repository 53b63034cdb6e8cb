package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The database's machine dies, and a standby takes over that had not got the newest sales. The
/// server keeps running and finds it; the tills bring again what is missing.
final class FailoverDrill {
    private final Path folder;
    private final Clock clock;
    private final int sales;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private FailoverDrill(Path folder, Clock clock, int sales) {
        this.folder = folder;
        this.clock = clock;
        this.sales = sales;
    }

    /// @param sales how many each till makes in each part of it
    static Outcome run(Path folder, Clock clock, int sales) throws IOException {
        return new FailoverDrill(folder, clock, sales).run();
    }

    private Outcome run() throws IOException {
        Instant begun = clock.instant();
        try (PostgresCluster primary = PostgresCluster.make(folder.resolve("primary"))) {
            primary.start();
            DrilledChain.makeDatabase(primary);
            primary.sql("grant pg_read_all_stats to km_app");
            try (PostgresCluster standby =
                    PostgresCluster.standbyOf(primary, folder.resolve("standby"))) {
                standby.start();
                primary.sql(
                        "alter system set synchronous_standby_names = '*'",
                        "select pg_reload_conf()");
                String hosts =
                        "127.0.0.1:%d,127.0.0.1:%d".formatted(primary.port(), standby.port());
                try (TwoShops shops =
                        new TwoShops(
                                folder.resolve("shops"),
                                DrilledChain.settings(hosts, "standby", ""),
                                TwoShops.Street.OVER_THE_LINE)) {
                    provenByTheStandby(shops, primary);
                    long before = sellPastTheStandby(shops, primary, standby);
                    takeOver(shops, primary, standby, before);
                    return new Outcome(
                            "failover",
                            shops.booksAfterwards(),
                            figures,
                            complaints,
                            Duration.between(begun, clock.instant()));
                }
            }
        }
    }

    private void provenByTheStandby(TwoShops shops, PostgresCluster primary) {
        sell(shops, sales);
        shops.sync();
        Pause.until(
                "the standby proves everything",
                () -> shops.backup().path("unproven_entries").asLong() == 0);
        figures.put("proven by the standby", DrilledChain.provenEntries(primary));
    }

    private long sellPastTheStandby(
            TwoShops shops, PostgresCluster primary, PostgresCluster standby) {
        primary.sql("alter system set synchronous_standby_names = ''", "select pg_reload_conf()");
        standby.stopAtOnce();
        long proven = DrilledChain.provenEntries(primary);
        sell(shops, sales);
        shops.sync();
        expect(
                DrilledChain.provenEntries(primary) == proven,
                "entries are called safe that no standby has");
        return DrilledChain.entries(primary);
    }

    private void takeOver(
            TwoShops shops, PostgresCluster primary, PostgresCluster standby, long before) {
        primary.destroy();
        sell(shops, 3);
        standby.start();
        long there = DrilledChain.entries(standby);
        Instant begun = clock.instant();
        standby.promote();
        figures.put("entries before", before);
        figures.put("at the standby", there);
        expect(there < before, "the standby had everything, so nothing was tried");
        expect(
                DrilledChain.provenEntries(standby) == 0,
                "the standby calls entries safe on its new timeline");
        shops.sync();
        figures.put("healed by tills", before - there);
        figures.put("back after seconds", Duration.between(begun, clock.instant()).toSeconds());
        expect(
                DrilledChain.entries(standby) > before,
                "the tills did not bring again what was lost");
    }

    private static void sell(TwoShops shops, int times) {
        shops.first().sell(TwoShops.sku(1), times);
        shops.second().sell(TwoShops.sku(2), times);
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            complaints.add(otherwise);
        }
    }
}
