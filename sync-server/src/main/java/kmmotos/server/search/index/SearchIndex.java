package kmmotos.server.search.index;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import kmmotos.server.feed.FeedReader;
import kmmotos.server.feed.FeedStore;
import kmmotos.server.storage.Database;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node's index of the catalogue: opened or made at the start, kept up to date by one thread,
/// made anew beside the live one when it is damaged, of an old format or on demand.
public final class SearchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    /// Lucene tells of itself on standard error; kept here, as a logger's level goes with it.
    private static final java.util.logging.Logger LUCENE =
            java.util.logging.Logger.getLogger("org.apache.lucene");

    /// Raised when what is written about a product changes.
    private static final int FORMAT = 2;

    private static final Duration MAX_BREATH = Duration.ofSeconds(1);
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(20);

    private final Database database;
    private final Clock clock;
    private final Duration poll;
    private final IndexFolder folder;
    private final PartWords parts;
    private final String format;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Follower live;
    private volatile @Nullable LiveIndex searched;
    private volatile IndexStatus status = IndexStatus.NONE;
    private Instant committedAt;
    private boolean uncommitted;
    private boolean rebuildWanted;
    private boolean lookWanted;
    private boolean closed;
    private long roundsBegun;
    private long caughtUpInRound;

    private SearchIndex(
            Database database, Clock clock, Duration poll, Path folder, PartWords parts) {
        this.database = database;
        this.clock = clock;
        this.poll = poll;
        this.folder = new IndexFolder(folder);
        this.parts = parts;
        this.format = FORMAT + "-" + parts.fingerprint();
        this.committedAt = clock.instant();
        this.thread = Thread.ofPlatform().daemon().name("search-index").unstarted(this::run);
    }

    /// @param folder where the index is kept
    public static SearchIndex start(
            Database database,
            Clock clock,
            Duration poll,
            Path folder,
            PartWords parts,
            MeterRegistry meters) {
        LUCENE.setLevel(java.util.logging.Level.SEVERE);
        SearchIndex index = new SearchIndex(database, clock, poll, folder, parts);
        index.register(meters);
        index.thread.start();
        return index;
    }

    public IndexStatus status() {
        return status;
    }

    /// What there is to search now, taken for the caller; empty while the first index is made.
    public Optional<LiveIndex.View> take() {
        LiveIndex index = searched;
        while (index != null) {
            Optional<LiveIndex.View> view = index.take();
            LiveIndex now = searched;
            if (view.isPresent() || now == index) {
                return view;
            }
            index = now;
        }
        return Optional.empty();
    }

    /// Makes the index anew; the live one serves until then.
    public void rebuild() {
        lock.lock();
        try {
            rebuildWanted = true;
            lookWanted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until everything is found that was committed before this was called; false if that
    /// takes longer.
    public boolean awaitNews(Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            long wanted = roundsBegun + 1;
            while (caughtUpInRound < wanted && left > 0 && !closed) {
                lookWanted = true;
                changed.signalAll();
                left = changed.awaitNanos(left);
            }
            return caughtUpInRound >= wanted;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void register(MeterRegistry meters) {
        var _ =
                Gauge.builder("km.search.documents", () -> status.documents())
                        .description("Products in this node's search index")
                        .register(meters);
        var _ =
                Gauge.builder("km.search.behind.entries", () -> status.behindEntries())
                        .description("Entries of the feed that the search index does not hold yet")
                        .register(meters);
        var _ =
                Gauge.builder("km.search.behind.seconds", this::behindSeconds)
                        .description("Since when the search index does not hold all there is")
                        .register(meters);
    }

    private double behindSeconds() {
        return status.upToDateAt()
                .map(at -> Duration.between(at, clock.instant()).toMillis() / 1_000.0)
                .orElse(Double.NaN);
    }

    private void run() {
        while (begin()) {
            try {
                round();
            } catch (IOException | AlreadyClosedException e) {
                LOG.warn("the search index is damaged; it is made anew", e);
                rebuildInTheNextRound();
            } catch (RuntimeException e) {
                LOG.warn("the search index can't follow; it is tried again", e);
            }
            rest();
        }
        try {
            commit();
            drop(live);
        } catch (IOException | AlreadyClosedException e) {
            LOG.warn("the search index was not closed well; it is checked at the next start", e);
        }
    }

    /// Not at once: a disk that fails would keep the thread busy.
    private void rebuildInTheNextRound() {
        lock.lock();
        try {
            rebuildWanted = true;
        } finally {
            lock.unlock();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            lookWanted = false;
            roundsBegun++;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void round() throws IOException {
        if (live == null) {
            open();
        }
        if (live == null || isRebuildWanted()) {
            build();
        }
        if (!follow()) {
            LOG.info("the feed no longer has what the search index lacks; it is made anew");
            build();
            if (!follow()) {
                return;
            }
        }
        lock.lock();
        try {
            caughtUpInRound = roundsBegun;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Reads news until there are none. False if the index must be made anew.
    private boolean follow() throws IOException {
        Follower follower = live;
        if (follower == null) {
            return false;
        }
        Follower.Step step;
        do {
            long began = System.nanoTime();
            step = follower.step();
            if (step.behind() > 0 && !step.urgent()) {
                breathe(System.nanoTime() - began);
            }
            uncommitted |= step.changed();
            int documents = follower.index().documents();
            status = status.holding(documents, step.behind(), clock.instant());
        } while (!step.lost() && step.behind() > 0 && !isClosed());
        if (committedAt.plus(COMMIT_EVERY).isBefore(clock.instant())) {
            commit();
        }
        return !step.lost();
    }

    /// Many tills that sell at once tell of stock without a pause; following them takes a tenth of
    /// a processor at the most, so that their sales come first.
    private static void breathe(long workedNanos) {
        LockSupport.parkNanos(Math.min(9 * workedNanos, MAX_BREATH.toNanos()));
    }

    private void open() throws IOException {
        Optional<Path> current = folder.current();
        if (current.isEmpty()) {
            return;
        }
        try {
            LiveIndex index = LiveIndex.open(current.get(), parts);
            Optional<IndexState> state = index.state().filter(this::isOurs);
            if (state.isPresent()) {
                live = new Follower(database, clock, index, state.get());
                searched = index;
            } else {
                LOG.info("the search index is of another format; it is made anew");
                index.close();
            }
        } catch (IOException e) {
            LOG.warn("the search index can't be opened; it is made anew", e);
        }
    }

    private boolean isOurs(IndexState state) {
        return state.format().equals(format);
    }

    private void build() throws IOException {
        lock.lock();
        try {
            rebuildWanted = false;
        } finally {
            lock.unlock();
        }
        status = status.rebuilding(true);
        Path place = folder.fresh();
        Follower fresh = new Follower(database, clock, LiveIndex.open(place, parts), beginning());
        try {
            fill(fresh);
            if (isClosed()) {
                drop(fresh);
                return;
            }
            fresh.index().commit(fresh.state());
            folder.choose(place);
        } catch (IOException | RuntimeException e) {
            drop(fresh);
            throw e;
        } finally {
            status = status.rebuilding(false);
        }
        Follower old = live;
        live = fresh;
        searched = fresh.index();
        committedAt = clock.instant();
        status = status.built(committedAt);
        drop(old);
        folder.removeOthers();
    }

    /// Where the feed stands before anything is read: what is read then is read again, not missed.
    private IndexState beginning() {
        SortedMap<String, PriceListInForce> lists =
                database.inTransaction(
                        Follower.VISITOR,
                        session -> IndexStore.listsInForce(session, clock.instant()));
        return database.inTransaction(
                Follower.READER,
                session ->
                        new IndexState(
                                format,
                                FeedReader.standing(
                                        new FeedStore(session),
                                        IndexStore.counters(session).keySet()),
                                new TreeMap<>(lists)));
    }

    /// Writes all products. The live index is fed meanwhile.
    private void fill(Follower fresh) throws IOException {
        fresh.index().name(database.inTransaction(Follower.VISITOR, CatalogNames::read));
        List<UUID> ids = batchAfter(IndexStore.beforeAll());
        while (!ids.isEmpty() && !isClosed()) {
            List<UUID> batch = ids;
            fresh.index()
                    .add(
                            database.inTransaction(
                                    Follower.VISITOR,
                                    session ->
                                            IndexStore.of(session, batch, fresh.state().prices())));
            Follower old = live;
            if (old != null) {
                Follower.Step _ = old.step();
            }
            ids = batchAfter(batch.getLast());
        }
        fresh.index().show();
    }

    private List<UUID> batchAfter(UUID last) {
        return database.inTransaction(
                Follower.VISITOR, session -> IndexStore.idsAfter(session, last, Follower.BATCH));
    }

    private void commit() throws IOException {
        Follower follower = live;
        if (follower != null && uncommitted) {
            follower.index().commit(follower.state());
            uncommitted = false;
        }
        committedAt = clock.instant();
    }

    private static void drop(@Nullable Follower follower) throws IOException {
        if (follower != null) {
            follower.index().close();
        }
    }

    private void rest() {
        long left = poll.toNanos();
        lock.lock();
        try {
            while (left > 0 && !closed && !lookWanted) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isRebuildWanted() {
        lock.lock();
        try {
            return rebuildWanted;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
