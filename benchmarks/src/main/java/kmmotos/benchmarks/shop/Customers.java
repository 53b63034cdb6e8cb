package kmmotos.benchmarks.shop;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import kmmotos.benchmarks.Timings;
import kmmotos.benchmarks.sync.Line;

/// Customers who each ask one thing after another, over a connection that stays open.
///
/// @param path what they ask for next
record Customers(int port, int connections, Function<Random, String> path) {

    /// What came of it.
    ///
    /// @param errors answers that were not 200
    record Result(int requests, int errors, double seconds, Timings timings) {

        double perSecond() {
            return requests / seconds;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record One(long[] nanos, int errors) {}

    Result run(Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<One>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Random random = new Random(31L * i + connections);
                all.add(() -> ask(random, end));
            }
            List<One> ones = new ArrayList<>();
            for (Future<One> one : threads.invokeAll(all)) {
                ones.add(one.get());
            }
            return result(ones, (System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the customers gave up", e);
        }
    }

    private One ask(Random random, long end) {
        long[] nanos = new long[1_024];
        int count = 0;
        int errors = 0;
        try (Line line = new Line(port)) {
            while (System.nanoTime() < end) {
                byte[] request = request(path.apply(random));
                long begin = System.nanoTime();
                Line.Answer answer = line.ask(request);
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, 2 * count);
                }
                nanos[count++] = System.nanoTime() - begin;
                errors += answer.status() == 200 ? 0 : 1;
            }
        }
        return new One(Arrays.copyOf(nanos, count), errors);
    }

    private static Result result(List<One> ones, double seconds) {
        long[] nanos = ones.stream().flatMapToLong(one -> Arrays.stream(one.nanos())).toArray();
        return new Result(
                nanos.length,
                ones.stream().mapToInt(One::errors).sum(),
                seconds,
                Timings.of(nanos));
    }

    private static byte[] request(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
