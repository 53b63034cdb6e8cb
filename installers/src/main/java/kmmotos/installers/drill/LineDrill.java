package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kmmotos.installers.network.Line;
import kmmotos.installers.network.Weather;

/// The second shop's line does what lines do while the shop sells.
final class LineDrill {

    private enum Fault {
        CUT,
        CUT_IN_THE_MIDDLE_OF_A_REQUEST,
        ANSWER_LOST,
        SLOW,
        DRIPPING,
        HALF_OPEN,
        DOUBLED
    }

    private final TwoShops shops;
    private final Random random;
    private final Map<Fault, Integer> met = new EnumMap<>(Fault.class);

    private LineDrill(TwoShops shops, Random random) {
        this.shops = shops;
        this.random = random;
    }

    /// @param rounds how often each fault is met; the seed decides in which order
    static Outcome run(Path folder, Clock clock, long seed, int rounds) throws IOException {
        Findings found = new Findings(clock);
        try (TwoShops shops = new TwoShops(folder)) {
            LineDrill drill = new LineDrill(shops, new Random(seed));
            for (int i = 0; i < rounds; i++) {
                drill.meetAll();
            }
            found.figure("met", drill.met);
            return found.outcome("line", shops.booksAfterwards());
        }
    }

    private void meetAll() {
        List<Fault> faults = Arrays.asList(Fault.values());
        Collections.shuffle(faults, random);
        for (Fault fault : faults) {
            meet(fault);
            met.merge(fault, 1, Integer::sum);
        }
    }

    private void meet(Fault fault) {
        Line line = shops.line();
        switch (fault) {
            case CUT -> {
                line.cut();
                sell();
                line.repair();
            }
            case CUT_IN_THE_MIDDLE_OF_A_REQUEST -> {
                line.breakNextRequest(TwoShops.UPLOAD, () -> {});
                sell();
            }
            case ANSWER_LOST -> {
                line.loseNextAnswerTo(TwoShops.UPLOAD, () -> {});
                sell();
            }
            case SLOW -> underWeather(Weather.SLOW);
            case DRIPPING -> underWeather(Weather.DRIPPING);
            case DOUBLED -> underWeather(Weather.DOUBLED);
            case HALF_OPEN -> {
                line.weather(Weather.HALF_OPEN);
                sell();
                Pause.ofMillis(random.nextInt(1_000));
                line.weather(Weather.GOOD);
                // A request that fell into the hole would wait a minute for its answer.
                line.cut();
                line.repair();
            }
        }
        shops.sync();
    }

    private void underWeather(Weather weather) {
        shops.line().weather(weather);
        sell();
        shops.second().ask("sync");
        shops.line().weather(Weather.GOOD);
    }

    private void sell() {
        shops.second().sell(TwoShops.sku(2), 1 + random.nextInt(4));
        shops.first().sell(TwoShops.sku(1), 1);
    }
}
