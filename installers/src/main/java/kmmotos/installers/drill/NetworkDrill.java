package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;

/// The second shop's till runs in a network of its own, whose link fails as the kernel's links do:
/// without a word to either end.
final class NetworkDrill {
    private static final int MOST_MILLIS = 4_000;

    private NetworkDrill() {}

    /// @param rounds how often each fault is met
    static Outcome run(Path folder, Clock clock, long seed, int rounds) throws IOException {
        Findings found = new Findings(clock);
        Random random = new Random(seed);
        try (ShopNetwork network = new ShopNetwork();
                TwoShops shops =
                        new TwoShops(
                                folder,
                                Map.of(),
                                new TwoShops.Street(network.inside(), ShopNetwork.OFFICE))) {
            for (int i = 0; i < rounds; i++) {
                network.down();
                sell(shops, random);
                Pause.ofMillis(random.nextInt(MOST_MILLIS));
                network.up();
                shops.sync();

                network.swallowAnswers();
                sell(shops, random);
                Pause.ofMillis(random.nextInt(MOST_MILLIS));
                network.carryAnswers();
                shops.sync();

                boolean lossy = network.losePackets(20, 30);
                sell(shops, random);
                shops.sync();
                if (lossy) {
                    network.loseNone();
                }
                found.figure("packets lost", lossy ? "20 %" : "this machine has no netem");
            }
            found.figure("outages", 2 * rounds);
            return found.outcome("network", shops.booksAfterwards());
        }
    }

    private static void sell(TwoShops shops, Random random) {
        shops.second().sell(TwoShops.sku(2), 1 + random.nextInt(4));
        shops.first().sell(TwoShops.sku(1), 1);
    }
}
