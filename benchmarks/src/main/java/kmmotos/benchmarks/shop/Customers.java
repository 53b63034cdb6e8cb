package kmmotos.benchmarks.shop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import kmmotos.benchmarks.Timings;
import kmmotos.benchmarks.sync.Line;

/// Customers who each do one thing after another, over a connection that stays open.
///
/// @param errand what each of them is after
record Customers(int port, int connections, Supplier<Errand> errand) {

    /// The step that stands for all from a request that begins something to the one that ends it.
    static final String WHOLE = "whole";

    /// What came of it.
    ///
    /// @param nanos how long each request took, by step
    /// @param errors answers with another status than expected
    record Result(Map<String, long[]> nanos, int errors, double seconds) {

        int count(String step) {
            return nanos.getOrDefault(step, new long[0]).length;
        }

        double perSecond(String step) {
            return count(step) / seconds;
        }

        Timings timings(String step) {
            return Timings.of(nanos.getOrDefault(step, new long[] {0}));
        }
    }

    /// Durations in the order in which they came.
    private static final class Times {

        private long[] nanos = new long[1_024];
        private int count;

        void add(long duration) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = duration;
        }

        LongStream all() {
            return Arrays.stream(nanos, 0, count);
        }
    }

    private record One(Map<String, Times> times, int errors) {}

    Result run(Duration time) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<One>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Random random = new Random(31L * i + connections);
                all.add(() -> ask(errand.get(), random, end));
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

    private One ask(Errand mine, Random random, long end) {
        Map<String, Times> times = new LinkedHashMap<>();
        int errors = 0;
        long began = 0;
        try (Line line = new Line(port)) {
            while (System.nanoTime() < end) {
                Errand.Request request = mine.next(random);
                long begin = System.nanoTime();
                began = request.begins() ? begin : began;
                Line.Answer answer = line.ask(request.bytes());
                long done = System.nanoTime();
                note(times, request.step(), done - begin);
                if (request.ends()) {
                    note(times, WHOLE, done - began);
                }
                errors += answer.status() == request.expected() ? 0 : 1;
                mine.hear(answer);
            }
        }
        return new One(times, errors);
    }

    private static void note(Map<String, Times> times, String step, long duration) {
        times.computeIfAbsent(step, _ -> new Times()).add(duration);
    }

    private static Result result(List<One> ones, double seconds) {
        Map<String, long[]> nanos = new LinkedHashMap<>();
        ones.stream()
                .flatMap(one -> one.times().keySet().stream())
                .distinct()
                .forEach(step -> nanos.put(step, nanos(ones, step)));
        return new Result(nanos, ones.stream().mapToInt(One::errors).sum(), seconds);
    }

    private static long[] nanos(List<One> ones, String step) {
        return ones.stream()
                .flatMap(one -> one.times().entrySet().stream())
                .filter(entry -> entry.getKey().equals(step))
                .flatMapToLong(entry -> entry.getValue().all())
                .toArray();
    }
}
