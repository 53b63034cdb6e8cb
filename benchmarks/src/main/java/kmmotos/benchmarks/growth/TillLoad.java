package kmmotos.benchmarks.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import kmmotos.benchmarks.Timings;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.benchmarks.sync.Cost;
import kmmotos.benchmarks.sync.Herd;
import kmmotos.benchmarks.sync.Line;
import kmmotos.benchmarks.sync.SimulatedTill;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.StateDigest;
import kmmotos.server.storage.StorageFailed;

/// What tills ask of a server that is full already. They are new ones, at stores that have sold for
/// a year.
final class TillLoad {

    private static final int FIRST_NUMBER = 901;
    private static final int LATE = 40;
    private static final int BEHIND = 400;

    private final BenchServer server;
    private final Figures figures;
    private final List<SimulatedTill> tills;

    /// How much is done.
    ///
    /// @param rounds how many sales each till sends, one by one
    /// @param asks how often other things are asked
    /// @param idleSeconds how long the tills only wait
    record Effort(int tills, int rounds, int batch, int asks, int idleSeconds) {

        Effort {
            if (tills < 1) {
                throw new IllegalArgumentException("--tills needs 1 or more, was " + tills + ".");
            }
        }
    }

    private TillLoad(BenchServer server, Figures figures, List<SimulatedTill> tills) {
        this.server = server;
        this.figures = figures;
        this.tills = tills;
    }

    static void run(BenchServer server, Figures figures, Size size, Effort effort) {
        TillLoad load = new TillLoad(server, figures, tills(size, effort.tills()));
        server.enrol(load.tills);
        load.sell(effort);
        load.catchUp(effort);
        load.begin(effort);
        load.readNews(effort);
        load.idle(effort);
    }

    /// Spread over all stores.
    private static List<SimulatedTill> tills(Size size, int count) {
        var random = SplittableGenerator.of("L64X128MixRandom");
        int step = Math.max(1, size.stores() / count);
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new SimulatedTill(
                                new StoreId("B" + i * step % size.stores()),
                                FIRST_NUMBER + i / size.stores(),
                                random.split(),
                                Clock.systemUTC()))
                .toList();
    }

    private void sell(Effort effort) {
        Herd.Run _ = Herd.send(server.port(), uploads(tills, 2, 1));
        List<List<byte[]>> requests = uploads(tills, effort.rounds(), 1);
        Cost cost = Cost.begin(server);
        Herd.Run run = Herd.send(server.port(), requests);
        cost = cost.until(server);
        told("sales one by one", run, cost, tills.size() * effort.rounds());
    }

    private void catchUp(Effort effort) {
        List<SimulatedTill> late = tills.subList(0, Math.min(LATE, tills.size()));
        List<List<byte[]>> requests = uploads(late, 1, effort.batch());
        Cost cost = Cost.begin(server);
        Herd.Run run = Herd.send(server.port(), requests);
        cost = cost.until(server);
        told("sales in batches of " + effort.batch(), run, cost, late.size() * effort.batch());
    }

    private void told(String what, Herd.Run run, Cost cost, int sales) {
        figures.add(what + ", a second", sales / run.seconds());
        figures.add(what + ", p50 ms", run.timings().millis(0.5));
        figures.add(what + ", p99 ms", run.timings().millis(0.99));
        figures.add(what + ", server µs", cost.server() * 1e6 / sales);
        figures.add(what + ", database µs", cost.database() * 1e6 / sales);
    }

    private static List<List<byte[]>> uploads(List<SimulatedTill> tills, int each, int sales) {
        return tills.parallelStream()
                .map(till -> IntStream.range(0, each).mapToObj(_ -> till.upload(sales)).toList())
                .toList();
    }

    /// A new till's state, and the comparison that each till makes once a day.
    private void begin(Effort effort) {
        try (Line line = new Line(server.port())) {
            Line.Answer one = answered(line.ask(tills.getFirst().snapshot()));
            figures.add("snapshot of a till, packed KB", one.length() / 1e3);
            figures.add("snapshot of a till, p50 ms", asked(line, effort, SimulatedTill::snapshot));
            figures.add("digest of a till, p50 ms", asked(line, effort, SimulatedTill::digest));
        }
    }

    private void readNews(Effort effort) {
        SimulatedTill till = tills.getFirst();
        try (Line line = new Line(server.port())) {
            Cursor now = standing(line.ask(till.digest()));
            Cursor behind = behind(now, till.till().storeId());
            figures.add("feed without news, p50 ms", asked(line, effort, _ -> till.feed(now, 0)));
            figures.add(
                    "feed of some hundred entries, p50 ms",
                    asked(line, effort, _ -> till.feed(behind, 0)));
        }
    }

    /// What it costs when all wait and nothing happens: the server's own rounds.
    private void idle(Effort effort) {
        List<List<byte[]>> waiting =
                tills.stream()
                        .map(till -> List.of(till.feed(standing(till), effort.idleSeconds())))
                        .toList();
        Cost cost = Cost.begin(server);
        Herd.Run run = Herd.send(server.port(), waiting);
        cost = cost.until(server);
        figures.add("idle, server's processor ms a second", cost.server() * 1e3 / run.seconds());
        figures.add(
                "idle, database's processor ms a second", cost.database() * 1e3 / run.seconds());
    }

    private Cursor standing(SimulatedTill till) {
        try (Line line = new Line(server.port())) {
            return standing(line.ask(till.digest()));
        }
    }

    private static Cursor standing(Line.Answer digest) {
        try {
            return Json.MAPPER.readValue(answered(digest).body(), StateDigest.class).cursor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A till of the store that was away for a while.
    private Cursor behind(Cursor now, StoreId store) {
        Scope scope = Scope.store(store);
        long n = Math.max(1, now.at(scope).n() - BEHIND);
        try (Connection connection = server.connect();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "select n, entry_id from feed_entry where scope = ? and n >= ? order by n limit 1")) {
            statement.setString(1, scope.value());
            statement.setLong(2, n);
            try (ResultSet row = statement.executeQuery()) {
                boolean _ = row.next();
                return now.with(
                        scope,
                        new Cursor.Position(
                                row.getLong(1), Optional.of(row.getObject(2, UUID.class))));
            }
        } catch (SQLException e) {
            throw new StorageFailed("the feed can't be read", e);
        }
    }

    private double asked(Line line, Effort effort, Function<SimulatedTill, byte[]> question) {
        long[] nanos = new long[effort.asks()];
        for (int i = 0; i < nanos.length; i++) {
            byte[] request = question.apply(tills.get(i % tills.size()));
            long begin = System.nanoTime();
            Line.Answer _ = answered(line.ask(request));
            nanos[i] = System.nanoTime() - begin;
        }
        return Timings.of(nanos).millis(0.5);
    }

    private static Line.Answer answered(Line.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }
}
