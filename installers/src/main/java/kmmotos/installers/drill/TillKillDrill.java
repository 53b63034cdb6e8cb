package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// A till is killed at each point at which it writes a sale down or tells the server of it, started
/// again, and sells on.
final class TillKillDrill {

    /// Where the second shop's till dies.
    private enum Point {
        BEFORE_WRITE,
        HALF_WRITTEN,
        WRITTEN,
        FORCED,
        BEFORE_PROJECTION,
        HALF_SENT,
        SENT,
        ANSWERED
    }

    private static final String SALE = "sell PART-3 1";

    private TillKillDrill() {}

    /// @param points at how many of the points; the seed chooses
    static Outcome run(Path folder, Clock clock, long seed, int points) throws IOException {
        Findings found = new Findings(clock);
        List<Point> order = Arrays.asList(Point.values());
        Collections.shuffle(order, new Random(seed));
        List<Point> chosen = order.subList(0, Math.min(points, order.size()));
        try (TwoShops shops = new TwoShops(folder)) {
            for (Point point : chosen) {
                shops.second().sell(TwoShops.sku(2), 2);
                dieAt(shops, point);
                shops.second().startAgain();
                shops.second().sell(TwoShops.sku(2), 1);
                shops.first().sell(TwoShops.sku(1), 1);
            }
            found.figure("killed", chosen);
            return found.outcome("till-kill", shops.booksAfterwards());
        }
    }

    private static void dieAt(TwoShops shops, Point point) {
        switch (point) {
            case BEFORE_WRITE, HALF_WRITTEN, WRITTEN, FORCED -> {
                shops.second().ask("die-at " + point.name() + " 1");
                shops.second().askToDie(SALE);
            }
            case BEFORE_PROJECTION -> shops.second().askToDie("sell-and-die PART-3 1");
            case HALF_SENT, SENT, ANSWERED -> dieSending(shops, point);
        }
    }

    private static void dieSending(TwoShops shops, Point point) {
        shops.second().ask("sync");
        CountDownLatch dead = new CountDownLatch(1);
        Runnable kill =
                () -> {
                    shops.second().kill();
                    dead.countDown();
                };
        switch (point) {
            case HALF_SENT -> shops.line().breakNextRequest(TwoShops.UPLOAD, kill);
            case SENT -> shops.line().whenSent(TwoShops.UPLOAD, kill);
            default -> shops.line().loseNextAnswerTo(TwoShops.UPLOAD, kill);
        }
        shops.second().order(SALE);
        Pause.until("the till died", () -> dead.getCount() == 0);
        shops.second().hearTheLast();
    }
}
