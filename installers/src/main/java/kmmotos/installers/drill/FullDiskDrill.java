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

/// The disk of a till's journal runs full: it must refuse to sell before it could lose a sale, and
/// go on by itself once there is room. Then the disk of the server's database does.
final class FullDiskDrill {
    private static final int MOST_SALES = 500;
    private static final Duration STILL = Duration.ofSeconds(3);

    private final Path folder;
    private final Clock clock;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    private FullDiskDrill(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    static Outcome run(Path folder, Clock clock) throws IOException {
        return new FullDiskDrill(folder, clock).run();
    }

    private Outcome run() throws IOException {
        Instant begun = clock.instant();
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
            cluster.start();
            DrilledChain.makeDatabase(cluster);
            Map<String, String> settings =
                    DrilledChain.settings("127.0.0.1:" + cluster.port(), "none", "");
            try (TwoShops shops =
                    new TwoShops(shopsFolder, settings, TwoShops.Street.OVER_THE_LINE)) {
                fillTheTills(shops, tillDisk);
                fillTheServers(shops, serverDisk, cluster);
                return new Outcome(
                        "full-disk",
                        shops.booksAfterwards(),
                        figures,
                        complaints,
                        Duration.between(begun, clock.instant()));
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
        figures.put("sold on a full disk", sold - 1);
        expect(answer.startsWith("refused"), "the till never refused to sell");
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
            shops.first().sell(TwoShops.sku(1), 10);
            shops.second().sell(TwoShops.sku(2), 10);
            sold += 20;
            stuck = standsStill(cluster, before + sold);
        }
        figures.put("sold while the database's disk was full", sold);
        expect(stuck, "the database took everything in on a full disk");
        disk.makeRoom();
        boolean fell = !cluster.isRunning();
        figures.put("the database fell", fell);
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

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            complaints.add(otherwise);
        }
    }
}
