package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The server's database is destroyed and put back from base backup and archive, without the newest
/// sales, which were not archived yet. Its tills sell on and bring them again. One of them had
/// freed old sales: those must all be in the backup.
final class RestoreDrill {
    private final Path folder;
    private final Clock clock;
    private final Findings found;
    private final int sales;

    private RestoreDrill(Path folder, Clock clock, int sales) {
        this.folder = folder;
        this.clock = clock;
        this.found = new Findings(clock);
        this.sales = sales;
    }

    /// @param sales how many each till makes in each part of it
    static Outcome run(Path folder, Clock clock, int sales) throws IOException {
        return new RestoreDrill(folder, clock, sales).run();
    }

    private Outcome run() throws IOException {
        BackupFolder backup = new BackupFolder(folder);
        try (PostgresCluster cluster =
                PostgresCluster.make(
                        folder.resolve("data"),
                        "archive_mode = on",
                        "archive_command = '" + backup.archiveCommand() + "'")) {
            DrilledChain.start(cluster);
            try (TwoShops shops =
                    DrilledChain.shops(
                            folder.resolve("shops"),
                            cluster.address(),
                            "archive",
                            backup.check())) {
                Path base = sellAndBackUp(shops, cluster, backup);
                long lostEntries = sellWithoutArchive(shops, cluster);
                lose(shops, cluster);
                putBack(shops, cluster, base, backup, lostEntries);
                proveAnew(shops, cluster, backup);
                return found.outcome("restore", shops.booksAfterwards());
            }
        }
    }

    private Path sellAndBackUp(TwoShops shops, PostgresCluster cluster, BackupFolder backup) {
        shops.sell(sales);
        shops.sync();
        Path base = backup.take(cluster);
        shops.sell(sales);
        shops.sync();
        proveAll(shops, cluster);
        shops.first().startAgainLater(61);
        shops.sell(1);
        shops.sync();
        long firstKept = Long.parseLong(shops.first().ask("first-kept").split(" ", -1)[1]);
        found.figure("freed at a till", firstKept - 1);
        found.expect(
                firstKept > 1, "nothing was freed although it is in the backup and 61 days old");
        proveAll(shops, cluster);
        return base;
    }

    private long sellWithoutArchive(TwoShops shops, PostgresCluster cluster) {
        cluster.sql("alter system set archive_command = '/bin/false'", "select pg_reload_conf()");
        shops.sell(sales);
        shops.sync();
        return DrilledChain.entries(cluster);
    }

    private void lose(TwoShops shops, PostgresCluster cluster) {
        shops.server().kill();
        cluster.destroy();
        // The shops don't notice.
        shops.sell(3);
    }

    private void putBack(
            TwoShops shops, PostgresCluster cluster, Path base, BackupFolder backup, long before) {
        Instant begun = clock.instant();
        cluster.restore(base, backup.restoreCommand());
        long restored = DrilledChain.entries(cluster);
        found.figure("entries before", before);
        found.figure("restored", restored);
        found.expect(restored < before, "nothing was lost with the database, so nothing was tried");
        found.expect(
                DrilledChain.provenEntries(cluster) == 0,
                "the restored database calls entries safe on its new timeline");
        shops.server().startAgain();
        shops.sell(2);
        shops.sync();
        long healed = DrilledChain.entries(cluster);
        found.figure("healed by tills", before - restored);
        found.figure("restore seconds", Duration.between(begun, clock.instant()).toSeconds());
        found.expect(healed > before, "the tills did not bring again what was lost");
        found.expect(
                DrilledChain.missingFacts(cluster) == 0,
                "a till had freed what the backup did not hold");
    }

    /// Only a base backup of the new timeline makes anything safe again.
    private void proveAnew(TwoShops shops, PostgresCluster cluster, BackupFolder backup) {
        cluster.sql("select pg_switch_wal()");
        Pause.until(
                "a word on the timeline",
                () -> shops.backup().path("problem").asText().contains("another timeline"));
        found.expect(
                DrilledChain.provenEntries(cluster) == 0,
                "entries are called safe by a base backup of the old timeline");
        Path _ = backup.take(cluster);
        proveAll(shops, cluster);
        found.figure("proven again", DrilledChain.provenEntries(cluster));
    }

    private static void proveAll(TwoShops shops, PostgresCluster cluster) {
        Pause.until(
                "everything is proven",
                () -> {
                    cluster.sql("select pg_switch_wal()");
                    return shops.backup().path("unproven_entries").asLong() == 0;
                });
    }
}
