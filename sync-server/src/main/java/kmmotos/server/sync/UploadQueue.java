package kmmotos.server.sync;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import kmmotos.model.stores.DeviceId;
import kmmotos.server.storage.StorageFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets uploads of many tills share transactions: what comes while commits are under way is taken
/// in together by the next one. A till that comes alone waits for nobody.
///
/// There is no thread for this. The thread of the first upload that waits leads: it takes the
/// others with it, and when it is done, the next one that waits leads. If a shared transaction
/// fails, each of its uploads is tried alone, on its own thread.
///
/// The uploads of one store always go through the same lane, and each lane has one transaction
/// under way. So two that run side by side never change the same balances, takings or counters and
/// don't wait for each other's locks.
public final class UploadQueue {

    private static final Logger LOG = LoggerFactory.getLogger(UploadQueue.class);

    /// The most events in a shared transaction; one upload may hold more.
    static final int MAX_EVENTS = 1_000;

    private final Uploads uploads;
    private final Clock clock;
    private final DistributionSummary groupSizes;
    private final Semaphore alone;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Lane> lanes;
    private final AtomicInteger inside = new AtomicInteger();

    /// @param commits how many transactions may be under way at once
    public UploadQueue(Uploads uploads, Clock clock, int commits, MeterRegistry meters) {
        this.uploads = uploads;
        this.clock = clock;
        this.groupSizes =
                DistributionSummary.builder("km.sync.group.size")
                        .description("uploads in one transaction")
                        .register(meters);
        var _ =
                Gauge.builder("km.sync.uploads.waiting", inside, AtomicInteger::get)
                        .description("uploads that wait for their commit")
                        .register(meters);
        this.lanes = Stream.generate(Lane::new).limit(commits).toList();
        this.alone = new Semaphore(commits);
    }

    /// What a thread that waits is told.
    private sealed interface Turn {
        /// It leads: it takes in its own upload and those of the others that wait.
        record Leads() implements Turn {}
    }

    /// What became of an upload that was led by another thread or its own.
    private sealed interface Result extends Turn {
        record Came(Outcome outcome) implements Result {}

        /// The shared transaction failed; it has to be tried alone.
        record Alone() implements Result {}

        record Failed(RuntimeException cause) implements Result {}
    }

    private static final class Lane {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private boolean busy;
    }

    /// Each is woken by itself: hundreds that are told at once would queue up for one lock.
    private record Waiting(Upload upload, Lane lane, CompletableFuture<Turn> turn) {}

    /// Returns when the upload is committed, or will never be.
    Outcome accept(Upload upload) {
        inside.incrementAndGet();
        try {
            return takenIn(upload);
        } finally {
            inside.decrementAndGet();
        }
    }

    private Outcome takenIn(Upload upload) {
        Waiting own = new Waiting(upload, laneOf(upload), new CompletableFuture<>());
        enter(own);
        return switch (own.turn.join()) {
            case Turn.Leads _ -> outcome(lead(own), upload);
            case Result result -> outcome(result, upload);
        };
    }

    private Outcome outcome(Result result, Upload upload) {
        return switch (result) {
            case Result.Came(Outcome outcome) -> outcome;
            case Result.Alone _ -> alone(upload);
            case Result.Failed(RuntimeException cause) -> throw cause;
        };
    }

    private void enter(Waiting own) {
        lock.lock();
        try {
            own.lane.waiting.addLast(own);
            passOn(own.lane);
        } finally {
            lock.unlock();
        }
    }

    private Lane laneOf(Upload upload) {
        return lanes.get(Math.floorMod(upload.till().storeId().hashCode(), lanes.size()));
    }

    /// Lets the first that waits lead, if nobody does.
    private static void passOn(Lane lane) {
        Waiting first = lane.waiting.peekFirst();
        if (first != null && !lane.busy) {
            lane.busy = true;
            first.turn.complete(new Turn.Leads());
        }
    }

    /// The leader, who is the first, and those that wait, one of each till.
    private List<Waiting> group(Waiting leader) {
        List<Waiting> group = new ArrayList<>();
        Set<DeviceId> devices = new HashSet<>();
        int events = leader.upload.events();
        group.add(leader);
        devices.add(leader.upload.device());
        lock.lock();
        try {
            Deque<Waiting> waiting = leader.lane.waiting;
            waiting.removeFirst();
            for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
                Waiting next = all.next();
                if (events + next.upload.events() > MAX_EVENTS) {
                    break;
                }
                if (devices.add(next.upload.device())) {
                    events += next.upload.events();
                    group.add(next);
                    all.remove();
                }
            }
        } finally {
            lock.unlock();
        }
        return group;
    }

    /// Takes the group in, tells the others, and answers what became of the leader's own.
    private Result lead(Waiting leader) {
        List<Waiting> group = group(leader);
        List<? extends Result> results = group.stream().map(_ -> new Result.Alone()).toList();
        try {
            groupSizes.record(group.size());
            results = commit(group.stream().map(Waiting::upload).toList());
        } finally {
            leave(leader.lane);
            for (int i = 1; i < group.size(); i++) {
                group.get(i).turn.complete(results.get(i));
            }
        }
        return results.getFirst();
    }

    private List<? extends Result> commit(List<Upload> group) {
        try {
            List<Outcome> outcomes =
                    group.size() == 1
                            ? List.of(uploads.accept(group.getFirst(), clock.instant()))
                            : uploads.acceptTogether(group, clock.instant());
            return outcomes.stream().map(Result.Came::new).toList();
        } catch (RuntimeException e) {
            if (group.size() == 1 || StorageFailed.isDatabaseAway(e)) {
                return group.stream().map(_ -> new Result.Failed(e)).toList();
            }
            LOG.warn("{} uploads fail together, each is tried alone", group.size(), e);
            return group.stream().map(_ -> new Result.Alone()).toList();
        }
    }

    private void leave(Lane lane) {
        lock.lock();
        try {
            lane.busy = false;
            passOn(lane);
        } finally {
            lock.unlock();
        }
    }

    private Outcome alone(Upload upload) {
        alone.acquireUninterruptibly();
        try {
            return uploads.accept(upload, clock.instant());
        } finally {
            alone.release();
        }
    }
}
