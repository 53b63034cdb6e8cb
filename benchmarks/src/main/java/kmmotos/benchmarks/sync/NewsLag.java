package kmmotos.benchmarks.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kmmotos.benchmarks.Timings;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Json;

/// How soon news of a sale is at another till of its store.
final class NewsLag {

    private static final int WAIT_SECONDS = 20;

    private final BenchServer server;
    private final SimulatedTill seller;
    private final SimulatedTill reader;

    private NewsLag(BenchServer server, SimulatedTill seller, SimulatedTill reader) {
        this.server = server;
        this.seller = seller;
        this.reader = reader;
    }

    /// Measures it while so many other shops sell without a pause.
    ///
    /// @param tills the first two are of one store
    static Timings whileOthersSell(
            BenchServer server, List<SimulatedTill> tills, int others, int looks) {
        List<BusyNeighbour> busy =
                IntStream.range(0, others)
                        .mapToObj(i -> BusyNeighbour.start(server, new StoreId("N" + i)))
                        .toList();
        try {
            return new NewsLag(server, tills.get(0), tills.get(1)).look(looks);
        } finally {
            busy.forEach(BusyNeighbour::close);
        }
    }

    /// From the moment a till sends a sale until another till of its store has read of it.
    private Timings look(int looks) {
        long[] nanos = new long[looks];
        try (Line sending = new Line(server.port());
                Line reading = new Line(server.port());
                ExecutorService waiting = Executors.newSingleThreadExecutor()) {
            Cursor cursor = newest(reading, reader);
            for (int i = 0; i < looks; i++) {
                byte[] question = reader.feed(cursor, WAIT_SECONDS);
                byte[] sale = seller.upload(1);
                Future<FeedPage> news = waiting.submit(() -> page(reading, question));
                long begin = System.nanoTime();
                Line.Answer _ = sending.ask(sale);
                cursor = news.get().cursor();
                nanos[i] = System.nanoTime() - begin;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return Timings.of(nanos);
    }

    private static Cursor newest(Line line, SimulatedTill reader) {
        FeedPage page = page(line, reader.feed(Cursor.START, 0));
        while (page.more()) {
            page = page(line, reader.feed(page.cursor(), 0));
        }
        return page.cursor();
    }

    private static FeedPage page(Line line, byte[] question) {
        Line.Answer answer = line.ask(question);
        try {
            JsonNode tree = Json.MAPPER.readTree(answer.body());
            if (answer.status() != 200) {
                throw new IllegalStateException(tree.toString());
            }
            return Json.MAPPER.treeToValue(tree, FeedPage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
