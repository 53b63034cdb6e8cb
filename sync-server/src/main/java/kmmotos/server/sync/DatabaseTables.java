package kmmotos.server.sync;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.feed.Feed;
import kmmotos.server.feed.FeedStore;
import kmmotos.server.storage.StorageFailed;
import kmmotos.server.stores.EnrolledTill;
import kmmotos.server.stores.StoreStore;
import kmmotos.server.stores.TillStore;
import org.hibernate.StatelessSession;

/// The sync's tables in PostgreSQL, within one transaction: hands each question to the store that
/// keeps the answer.
final class DatabaseTables implements SyncTables {

    private final StatelessSession session;
    private final List<Effect> effects;
    private final List<SnapshotPart> parts;
    private final FeedStore feed;
    private final JournalStore journals = new JournalStore();
    private final EventStore events = new EventStore();
    private final TillStore tills = new TillStore();
    private final StoreStore stores = new StoreStore();

    DatabaseTables(StatelessSession session, List<Effect> effects, List<SnapshotPart> parts) {
        this.session = session;
        this.effects = effects;
        this.parts = parts;
        this.feed = new FeedStore(session);
    }

    @Override
    public Set<DeviceId> lock(Collection<DeviceId> devices) {
        return journals.lock(session, devices);
    }

    @Override
    public List<JournalStream> streams(List<Upload> uploads) {
        return journals.streams(session, uploads);
    }

    @Override
    public JournalStream stream(DeviceId device, UUID incarnation) {
        return journals.stream(session, device, incarnation);
    }

    @Override
    public Optional<JournalStream> latest(DeviceId device) {
        return journals.latest(session, device);
    }

    @Override
    public Optional<String> hashAt(DeviceId device, UUID incarnation, long seq) {
        return journals.hashAt(session, device, incarnation, seq);
    }

    @Override
    public void addEntries(List<Arrived> entries) {
        journals.add(session, entries);
    }

    @Override
    public void move(List<Arrived> to, Instant now) {
        journals.move(session, to, now);
    }

    @Override
    public Set<UUID> addEvents(List<Arrived> entries, Instant now) {
        return events.add(session, entries, now);
    }

    @Override
    public Map<UUID, String> hashes(List<Arrived> entries) {
        return events.hashes(session, entries);
    }

    @Override
    public void raise(Till till, JournalEntry entry, String code, String cause, Instant now) {
        EventStore.raise(session, till, entry, code, cause, now);
    }

    @Override
    public Map<StoreId, List<Quarantined>> quarantined(Collection<UUID> eventIds) {
        return events.quarantined(session, eventIds);
    }

    @Override
    public List<Quarantined> quarantined(DeviceId device, int limit) {
        return events.quarantined(session, device, limit);
    }

    @Override
    public void apply(List<NewEvent> fresh, News news) {
        effects.forEach(effect -> effect.apply(session, fresh, news));
    }

    @Override
    public void placedAgain(List<Arrived> known, News news) {
        effects.forEach(effect -> effect.placedAgain(session, known, news));
    }

    @Override
    public Optional<String> attempt(Runnable work) {
        Savepoint before = session.doReturningWork(Connection::setSavepoint);
        try {
            work.run();
            session.doWork(connection -> connection.releaseSavepoint(before));
            return Optional.empty();
        } catch (StorageFailed
                | PersistenceException
                | IllegalArgumentException
                | ArithmeticException e) {
            if (DatabaseStore.refused(e) instanceof DataRefused refused) {
                session.doWork(connection -> connection.rollback(before));
                return Optional.of(String.valueOf(refused.getMessage()));
            }
            throw e;
        }
    }

    @Override
    public void publish(News news) {
        Feed.publish(session, news.byScope());
    }

    @Override
    public void noteContact(Till till, Instant now) {
        tills.noteContact(session, till, now);
    }

    @Override
    public void noteUploads(List<Upload> uploads, Instant now) {
        tills.noteConditions(
                session,
                uploads.stream()
                        .map(upload -> condition(upload.till(), upload.batch(), now))
                        .toList(),
                now);
    }

    private static TillStore.Condition condition(Till till, UploadBatch batch, Instant now) {
        return new TillStore.Condition(
                till,
                batch.appVersion(),
                batch.clock().wall().toEpochMilli() - now.toEpochMilli(),
                batch.journalEndSeq());
    }

    @Override
    public String zone(StoreId store) {
        return tills.zone(session, store);
    }

    @Override
    public Optional<Store> store(StoreId store) {
        return stores.find(session, store);
    }

    @Override
    public List<SnapshotContents> snapshot(Store store) {
        return parts.stream()
                .<SnapshotContents>map(part -> new PartOf(session, store, part))
                .toList();
    }

    @Override
    public Optional<EventStore.Waiting> take(UUID exceptionId) {
        return events.take(session, exceptionId);
    }

    @Override
    public Till till(DeviceId device) {
        return tills.find(session, device).map(EnrolledTill::till).orElseThrow();
    }

    @Override
    public void solve(UUID exceptionId, UUID by, Instant now) {
        events.solve(session, exceptionId, new EventStore.Solution("booked", "", by, now));
    }

    @Override
    public Map<Scope, Kept> kept(List<Scope> scopes, Cursor cursor) {
        return feed.kept(scopes, cursor);
    }

    @Override
    public List<FeedEntry> entriesAfter(List<Scope> scopes, Cursor cursor, int limit) {
        return feed.entriesAfter(scopes, cursor, limit);
    }

    @Override
    public Cursor.Position last(Scope scope) {
        return feed.last(scope);
    }

    private record PartOf(StatelessSession session, Store of, SnapshotPart part)
            implements SnapshotContents {

        @Override
        public Scope scope() {
            return part.scope(of);
        }

        @Override
        public String type() {
            return part.type();
        }

        @Override
        public long count() {
            return part.count(session, of);
        }

        @Override
        public void write(Consumer<Policy> out) {
            part.write(session, of, out);
        }
    }
}
