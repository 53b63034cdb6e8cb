package kmmotos.simulation.mutants;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.sync.BatchChain;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.JournalStream;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.server.sync.SnapshotContents;
import kmmotos.server.sync.SyncTables;

/// The server's tables, for a mutant to break one of.
class WholeServerTables implements SyncTables {

    private final SyncTables whole;

    WholeServerTables(SyncTables whole) {
        this.whole = whole;
    }

    @Override
    public boolean lock(DeviceId device) {
        return whole.lock(device);
    }

    @Override
    public JournalStream stream(DeviceId device, UUID incarnation) {
        return whole.stream(device, incarnation);
    }

    @Override
    public Optional<JournalStream> latest(DeviceId device) {
        return whole.latest(device);
    }

    @Override
    public Optional<String> hashAt(DeviceId device, UUID incarnation, long seq) {
        return whole.hashAt(device, incarnation, seq);
    }

    @Override
    public void addEntries(Till till, UUID incarnation, List<BatchChain.Link> links) {
        whole.addEntries(till, incarnation, links);
    }

    @Override
    public void move(Till till, UUID incarnation, BatchChain.Link to, Instant now) {
        whole.move(till, incarnation, to, now);
    }

    @Override
    public Set<UUID> addEvents(Till till, List<JournalEntry> entries, Instant now) {
        return whole.addEvents(till, entries, now);
    }

    @Override
    public Map<UUID, String> hashes(Collection<UUID> eventIds) {
        return whole.hashes(eventIds);
    }

    @Override
    public void raise(Till till, JournalEntry entry, String code, String cause, Instant now) {
        whole.raise(till, entry, code, cause, now);
    }

    @Override
    public List<Quarantined> quarantined(Collection<UUID> eventIds) {
        return whole.quarantined(eventIds);
    }

    @Override
    public void apply(Till till, List<NewEvent> events, News news) {
        whole.apply(till, events, news);
    }

    @Override
    public Optional<String> attempt(Runnable work) {
        return whole.attempt(work);
    }

    @Override
    public void publish(News news) {
        whole.publish(news);
    }

    @Override
    public void noteContact(Till till, Instant now) {
        whole.noteContact(till, now);
    }

    @Override
    public void noteCondition(Till till, UploadBatch batch, Instant now) {
        whole.noteCondition(till, batch, now);
    }

    @Override
    public String zone(StoreId store) {
        return whole.zone(store);
    }

    @Override
    public Optional<Store> store(StoreId store) {
        return whole.store(store);
    }

    @Override
    public List<SnapshotContents> snapshot(Store store) {
        return whole.snapshot(store);
    }

    @Override
    public Optional<EventStore.Waiting> take(UUID exceptionId) {
        return whole.take(exceptionId);
    }

    @Override
    public Till till(DeviceId device) {
        return whole.till(device);
    }

    @Override
    public void solve(UUID exceptionId, UUID by, Instant now) {
        whole.solve(exceptionId, by, now);
    }

    @Override
    public Map<Scope, Kept> kept(List<Scope> scopes, Cursor cursor) {
        return whole.kept(scopes, cursor);
    }

    @Override
    public List<FeedEntry> entriesAfter(List<Scope> scopes, Cursor cursor, int limit) {
        return whole.entriesAfter(scopes, cursor, limit);
    }

    @Override
    public Cursor.Position last(Scope scope) {
        return whole.last(scope);
    }
}
