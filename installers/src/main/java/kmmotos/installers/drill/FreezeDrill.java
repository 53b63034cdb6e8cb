package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import kmmotos.installers.process.ServerProcess;

/// Till and server are stopped where they are (SIGSTOP), in the middle of an upload, and go on
/// later as if nothing had been: as a machine that swaps, or is put to sleep.
final class FreezeDrill {
    private static final int MOST_MILLIS = 3_000;

    private FreezeDrill() {}

    /// @param rounds how often each of the two is stopped
    static Outcome run(Path folder, Clock clock, long seed, int rounds) throws IOException {
        Findings found = new Findings(clock);
        Random random = new Random(seed);
        try (TwoShops shops = new TwoShops(folder)) {
            for (int i = 0; i < rounds; i++) {
                freezeTheServer(shops, random.nextInt(MOST_MILLIS));
                freezeTheTill(shops, random.nextInt(MOST_MILLIS));
            }
            found.figure("frozen", 2 * rounds);
            return found.outcome("freeze", shops.booksAfterwards());
        }
    }

    private static void freezeTheServer(TwoShops shops, int millis) {
        ServerProcess server = shops.server();
        whileUploading(shops, () -> Signal.STOP.send(server.pid()));
        shops.second().hear();
        // Shops sell on while head office stands still.
        shops.second().sell(TwoShops.sku(2), 2);
        shops.first().sell(TwoShops.sku(1), 2);
        Pause.ofMillis(millis);
        Signal.CONT.send(server.pid());
        shops.sync();
    }

    private static void freezeTheTill(TwoShops shops, int millis) {
        whileUploading(shops, shops.second()::freeze);
        shops.first().sell(TwoShops.sku(1), 2);
        shops.first().ask("sync");
        Pause.ofMillis(millis);
        shops.second().thaw();
        shops.second().hear();
        shops.second().sell(TwoShops.sku(2), 1);
        shops.sync();
    }

    private static void whileUploading(TwoShops shops, Runnable freeze) {
        shops.second().ask("sync");
        CountDownLatch frozen = new CountDownLatch(1);
        shops.line()
                .whenSent(
                        TwoShops.UPLOAD,
                        () -> {
                            freeze.run();
                            frozen.countDown();
                        });
        shops.second().order("sell PART-3 1");
        Pause.until("it stands still", () -> frozen.getCount() == 0);
    }
}
