package kmmotos.desktop.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.sync.SyncStatus.Connection;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import org.jspecify.annotations.Nullable;

/// Where the sync's threads write how it stands, for anybody to read or be told. Listeners are
/// called on the sync's threads and must be quick.
public final class SyncBoard {
    private final String server;
    private final Journal journal;
    private final Clock clock;
    private final ServerClock serverClock;
    private final List<Consumer<SyncStatus>> statusListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<Policy>>> newsListeners = new CopyOnWriteArrayList<>();
    private final Map<Failures, Connection> connections = new ConcurrentHashMap<>();
    private volatile @Nullable Instant lastContact;
    private volatile @Nullable String problem;
    private volatile JournalPoint confirmed;
    private volatile List<UploadAnswer.Quarantined> quarantined = List.of();

    SyncBoard(String server, Journal journal, Clock clock, ServerClock serverClock) {
        this.server = server;
        this.journal = journal;
        this.clock = clock;
        this.serverClock = serverClock;
        this.confirmed = new JournalPoint(journal.incarnation(), 0);
    }

    public SyncStatus status() {
        JournalPoint point = confirmed;
        boolean isCurrent = point.incarnation().equals(journal.incarnation());
        return new SyncStatus(
                server,
                worst(),
                journal.endSeq(),
                isCurrent ? point.seq() : 0,
                Optional.ofNullable(lastContact),
                serverClock.tillAhead(),
                quarantined,
                Optional.ofNullable(problem));
    }

    /// Told on each change, on a thread of the sync.
    public void onStatus(Consumer<SyncStatus> listener) {
        statusListeners.add(listener);
    }

    /// Told what came down from the server after it was stored: orders, prices, staff ... An empty
    /// list means that a snapshot replaced everything.
    public void onNews(Consumer<List<Policy>> listener) {
        newsListeners.add(listener);
    }

    private Connection worst() {
        return connections.values().stream()
                .max(Comparator.naturalOrder())
                .orElse(Connection.UNKNOWN);
    }

    void connected(Failures direction) {
        connections.put(direction, Connection.CONNECTED);
        lastContact = clock.instant();
        if (worst() == Connection.CONNECTED) {
            problem = null;
        }
        tell();
    }

    void failed(Failures direction, Connection now, String why) {
        connections.put(direction, now);
        problem = why;
        tell();
    }

    void confirmed(JournalPoint point, List<UploadAnswer.Quarantined> all) {
        confirmed = point;
        quarantined = all;
        tell();
    }

    /// Nothing counts as confirmed until the server says so again.
    void doubted() {
        confirmed = new JournalPoint(journal.incarnation(), 0);
        tell();
    }

    void news(List<Policy> policies) {
        newsListeners.forEach(listener -> listener.accept(policies));
    }

    private void tell() {
        SyncStatus now = status();
        statusListeners.forEach(listener -> listener.accept(now));
    }
}
