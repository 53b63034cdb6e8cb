package kmmotos.server.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import kmmotos.server.http.Problem;

/// How many uploads, and how much of them, the server holds at once. What comes beyond is told to
/// come again, before its body is read, each after another while, so that they don't all come back
/// together. While there are many, downloads wait: a till can sell without news, but what it sold
/// should soon be safe.
public final class UploadRoom {

    /// A till asks again after 1 to this many seconds; it adds as much again at random.
    private static final int MAX_RETRY_SECONDS = 15;

    /// Downloads wait while more than one in so many places is taken.
    private static final int BUSY = 8;

    private final Limits limits;
    private final RandomGenerator random;
    private final Counter refused;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition calm = lock.newCondition();
    private int uploads;
    private long bytes;

    /// @param uploads the most at once
    /// @param bytes the most that their bodies may hold together, unpacked
    public record Limits(int uploads, long bytes) {}

    public UploadRoom(Limits limits, RandomGenerator random, MeterRegistry meters) {
        this.limits = limits;
        this.random = random;
        this.refused =
                Counter.builder("km.sync.uploads.refused")
                        .description("uploads told to come again")
                        .register(meters);
        var _ =
                Gauge.builder("km.sync.upload.bytes", this, UploadRoom::bytes)
                        .description("bytes of the uploads that are held")
                        .register(meters);
    }

    /// An upload's place, as long as it is held.
    final class Place implements AutoCloseable {

        private long own;

        /// Notes how large the upload is.
        ///
        /// @throws kmmotos.server.http.Refusal 429 `busy` if there is no room for that
        void holds(long size) {
            lock.lock();
            try {
                if (size > own && bytes + size - own > limits.bytes() && uploads > 1) {
                    throw busy();
                }
                bytes += size - own;
                own = size;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                bytes -= own;
                own = 0;
                uploads--;
                if (!isBusy()) {
                    calm.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /// Takes a place for an upload.
    ///
    /// @param size of its packed body
    /// @throws kmmotos.server.http.Refusal 429 `busy` if there is none
    Place enter(long size) {
        Place place = new Place();
        lock.lock();
        try {
            if (uploads >= limits.uploads()) {
                throw busy();
            }
            uploads++;
        } finally {
            lock.unlock();
        }
        try {
            place.holds(size);
            return place;
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    /// Waits until there are few uploads, but not longer than this.
    ///
    /// @throws kmmotos.server.http.Refusal 429 `busy` if there are still many
    void awaitCalm(Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (isBusy()) {
                if (left <= 0) {
                    throw busy();
                }
                left = calm.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBusy() {
        return uploads > limits.uploads() / BUSY;
    }

    private double bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    private RuntimeException busy() {
        refused.increment();
        return Problem.of(429, "busy", "The server has much to do. Send the same again later.")
                .with(Problem.RETRY_AFTER, random.nextInt(1, MAX_RETRY_SECONDS + 1))
                .refusal();
    }
}
