package kmmotos.benchmarks.sync;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator.SplittableGenerator;
import kmmotos.model.stores.StoreId;

/// A till of a shop that sends one sale after the other until it is told to stop.
public final class BusyNeighbour implements AutoCloseable {

    private static final int NUMBER = 2;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger told = new AtomicInteger();
    private final Thread seller;

    private BusyNeighbour(int port, SimulatedTill till) {
        this.seller = Thread.ofVirtual().name("busy-neighbour").unstarted(() -> sell(port, till));
    }

    public static BusyNeighbour start(BenchServer server, StoreId shop) {
        SimulatedTill till =
                new SimulatedTill(
                        shop,
                        NUMBER,
                        SplittableGenerator.of("L64X128MixRandom"),
                        Clock.systemUTC());
        server.enrol(List.of(till));
        BusyNeighbour neighbour = new BusyNeighbour(server.port(), till);
        neighbour.seller.start();
        return neighbour;
    }

    private void sell(int port, SimulatedTill till) {
        try (Line line = new Line(port)) {
            while (!stopped.get()) {
                Line.Answer answer = line.ask(till.upload(1));
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.toString());
                }
                told.incrementAndGet();
            }
        }
    }

    /// Answers how many sales it has told the server of.
    public int stop() {
        stopped.set(true);
        try {
            seller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return told.get();
    }

    @Override
    public void close() {
        int _ = stop();
    }
}
