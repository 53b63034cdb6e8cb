package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The database's machine dies, and a standby takes over that had not got the newest sales. The
/// server keeps running and finds it; the tills bring again what is missing.
final class FailoverDrill {
    private final Path folder;
    private final Clock clock;
    private final Findings found;
    private final int sales;

    private FailoverDrill(Path folder, Clock clock, int sales) {
        this.folder = folder;
        this.clock = clock;
        this.found = new Findings(clock);
        this.sales = sales;
    }

    /// @param sales how many each till makes in each part of it
    static Outcome run(Path folder, Clock clock, int sales) throws IOException {
        return new FailoverDrill(folder, clock, sales).run();
    }

    private Outcome run() throws IOException {
        try (PostgresCluster primary = PostgresCluster.make(folder.resolve("primary"))) {
            DrilledChain.start(primary);
            primary.sql("grant pg_read_all_stats to km_app");
            try (PostgresCluster standby =
                    PostgresCluster.standbyOf(primary, folder.resolve("standby"))) {
                standby.start();
                primary.sql(
                        "alter system set synchronous_standby_names = '*'",
                        "select pg_reload_conf()");
                String hosts = primary.address() + "," + standby.address();
                try (TwoShops shops =
                        DrilledChain.shops(folder.resolve("shops"), hosts, "standby", "")) {
                    provenByTheStandby(shops, primary);
                    long before = sellPastTheStandby(shops, primary, standby);
                    takeOver(shops, primary, standby, before);
                    return found.outcome("failover", shops.booksAfterwards());
                }
            }
        }
    }

    private void provenByTheStandby(TwoShops shops, PostgresCluster primary) {
        shops.sell(sales);
        shops.sync();
        Pause.until(
                "the standby proves everything",
                () -> shops.backup().path("unproven_entries").asLong() == 0);
        found.figure("proven by the standby", DrilledChain.provenEntries(primary));
    }

    private long sellPastTheStandby(
            TwoShops shops, PostgresCluster primary, PostgresCluster standby) {
        primary.sql("alter system set synchronous_standby_names = ''", "select pg_reload_conf()");
        standby.stopAtOnce();
        long proven = DrilledChain.provenEntries(primary);
        shops.sell(sales);
        shops.sync();
        found.expect(
                DrilledChain.provenEntries(primary) == proven,
                "entries are called safe that no standby has");
        return DrilledChain.entries(primary);
    }

    private void takeOver(
            TwoShops shops, PostgresCluster primary, PostgresCluster standby, long before) {
        primary.destroy();
        shops.sell(3);
        standby.start();
        long there = DrilledChain.entries(standby);
        Instant begun = clock.instant();
        standby.promote();
        found.figure("entries before", before);
        found.figure("at the standby", there);
        found.expect(there < before, "the standby had everything, so nothing was tried");
        found.expect(
                DrilledChain.provenEntries(standby) == 0,
                "the standby calls entries safe on its new timeline");
        shops.sync();
        found.figure("healed by tills", before - there);
        found.figure("back after seconds", Duration.between(begun, clock.instant()).toSeconds());
        found.expect(
                DrilledChain.entries(standby) > before,
                "the tills did not bring again what was lost");
    }
}
