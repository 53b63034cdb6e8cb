package kmmotos.benchmarks.till;

import java.util.Random;
import java.util.function.IntConsumer;
import kmmotos.benchmarks.Timings;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillCounter;
import kmmotos.model.fitment.Fit;
import kmmotos.model.fitment.Motorcycle;

/// How soon a clerk knows whether a part fits, and which do.
///
/// @param lights an article by its number, and its light
/// @param searches parts of a kind for a motorcycle
record FittingSpeed(Timings lights, Timings searches) {
    private static final int ROUNDS = 2_000;
    private static final int WARM_UP = 200;
    private static final int SHOWN = 50;

    static FittingSpeed at(Till till, int items) {
        TillCounter counter = new TillCounter(till);
        Random random = new Random(items);
        return new FittingSpeed(
                timed(_ -> {
                    Motorcycle bike = bike(random);
                    counter.byCode("S-%07d".formatted(random.nextInt(items)))
                            .forEach(article -> Fit.of(article.variant().fits(), bike).name());
                }),
                timed(_ -> counter.parts().fitting(bike(random), "brake", SHOWN)));
    }

    private static Motorcycle bike(Random random) {
        int model = random.nextInt(200);
        return new Motorcycle("Maker " + model % 10, "Model " + model, 2000 + random.nextInt(26));
    }

    private static Timings timed(IntConsumer work) {
        long[] nanos = new long[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            work.accept(i);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begin;
            }
        }
        return Timings.of(nanos);
    }
}
