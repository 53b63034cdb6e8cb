package kmmotos.benchmarks.sync;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kmmotos.benchmarks.Timings;

/// Many tills that send at once, each its next request as soon as the last one was answered.
public final class Herd {

    private Herd() {}

    /// @param seconds from the first request to the last answer
    /// @param busy how many requests were told to come again and were sent again
    /// @param driverCores of how many cores the driver took the time
    public record Run(double seconds, Timings timings, int busy, double driverCores) {}

    /// @param requests each till's, in their order
    public static Run send(int port, List<List<byte[]>> requests) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        CountDownLatch connected = new CountDownLatch(requests.size());
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger busy = new AtomicInteger();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> times = new ArrayList<>();
            for (List<byte[]> own : requests) {
                times.add(tills.submit(() -> send(port, own, connected, go, busy)));
            }
            connected.await();
            long cpu = system.getProcessCpuTime();
            long begin = System.nanoTime();
            go.countDown();
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> one : times) {
                all.addAll(one.get());
            }
            long nanos = System.nanoTime() - begin;
            return new Run(
                    nanos / 1e9,
                    Timings.of(all.stream().mapToLong(Long::longValue).toArray()),
                    busy.get(),
                    (double) (system.getProcessCpuTime() - cpu) / nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<Long> send(
            int port,
            List<byte[]> requests,
            CountDownLatch connected,
            CountDownLatch go,
            AtomicInteger busy)
            throws InterruptedException {
        List<Long> nanos = new ArrayList<>();
        try (Line line = new Line(port)) {
            connected.countDown();
            go.await();
            for (byte[] request : requests) {
                long begin = System.nanoTime();
                Line.Answer answer = line.ask(request);
                while (answer.status() == 429 || answer.status() == 503) {
                    busy.incrementAndGet();
                    answer = line.ask(request);
                }
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.toString());
                }
                nanos.add(System.nanoTime() - begin);
            }
        }
        return nanos;
    }
}
