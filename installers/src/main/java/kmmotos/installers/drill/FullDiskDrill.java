package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// The disk of a till's journal runs full: it must refuse to sell before it could lose a sale, and
/// go on by itself once there is room. Then the disk of the server's database does.
final class FullDiskDrill {
    private static final int MOST_SALES = 500;
    private static final Duration STILL = Duration.ofSeconds(3);

    private final Path folder;
    private final Findings found;

    private FullDiskDrill(Path folder, Clock clock) {
        this.folder = folder;
        this.found = new Findings(clock);
    }

    static Outcome run(Path folder, Clock clock) throws IOException {
        return new FullDiskDrill(folder, clock).run();
    }

    private Outcome run() throws IOException {
        Path shopsFolder = folder.resolve("shops");
        Path databaseFolder = folder.resolve("database");
        try (SmallDisk tillDisk =
                        SmallDisk.at(shopsFolder.resolve("till-S2-1").resolve("journal"), "1m");
                SmallDisk serverDisk = SmallDisk.at(databaseFolder, "224m");
                PostgresCluster cluster =
                        PostgresCluster.make(
                                databaseFolder.resolve("data"),
                                "min_wal_size = 32MB",
                                "max_wal_size = 48MB",
                                "autovacuum = off")) {
            DrilledChain.start(cluster);
            try (TwoShops shops = DrilledChain.shops(shopsFolder, cluster.address(), "none", "")) {
                fillTheTills(shops, tillDisk);
                fillTheServers(shops, serverDisk, cluster);
                return found.outcome("full-disk", shops.booksAfterwards());
            }
        }
    }

    private void fillTheTills(TwoShops shops, SmallDisk disk) throws IOException {
        shops.second().sell(TwoShops.sku(2), 3);
        disk.fill();
        String answer = "";
        int sold = 0;
        while (!answer.startsWith("refused") && sold < MOST_SALES) {
            answer = shops.second().ask("sell " + TwoShops.sku(2) + " 1");
            sold++;
        }
        found.figure("sold on a full disk", sold - 1);
        found.expect(answer.startsWith("refused"), "the till never refused to sell");
        disk.makeRoom();
        shops.second().sell(TwoShops.sku(2), 3);
        shops.sync();
    }

    private void fillTheServers(TwoShops shops, SmallDisk disk, PostgresCluster cluster)
            throws IOException {
        long before = DrilledChain.entries(cluster);
        disk.fill();
        int sold = 0;
        boolean stuck = false;
        while (!stuck && sold < MOST_SALES) {
            shops.sell(10);
            sold += 20;
            stuck = standsStill(cluster, before + sold);
        }
        found.figure("sold while the database's disk was full", sold);
        found.expect(stuck, "the database took everything in on a full disk");
        disk.makeRoom();
        boolean fell = !cluster.isRunning();
        found.figure("the database fell", fell);
        if (fell) {
            cluster.startAfterACrash();
        }
        shops.sync();
    }

    /// Whether the server lacks entries and has taken in none for some seconds.
    private static boolean standsStill(PostgresCluster cluster, long all) {
        if (!cluster.isRunning()) {
            return true;
        }
        long now = DrilledChain.entries(cluster);
        Pause.ofMillis(STILL.toMillis());
        return now < all && DrilledChain.entries(cluster) == now;
    }
}
