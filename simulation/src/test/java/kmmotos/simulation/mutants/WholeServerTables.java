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
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.JournalStream;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.server.sync.SnapshotContents;
import kmmotos.server.sync.SyncTables;
import kmmotos.server.sync.Upload;

/// The server's tables, for a mutant to break one of.
class WholeServerTables implements SyncTables {

    private final SyncTables whole;

    WholeServerTables(SyncTables whole) {
        this.whole = whole;
    }

    @Override
    public Set<DeviceId> lock(Collection<DeviceId> devices) {
        return whole.lock(devices);
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
    public void addEntries(List<Arrived> entries) {
        whole.addEntries(entries);
    }

    @Override
    public void move(List<Arrived> to, Instant now) {
        whole.move(to, now);
    }

    @Override
    public Set<UUID> addEvents(List<Arrived> entries, Instant now) {
        return whole.addEvents(entries, now);
    }

    @Override
    public Map<UUID, String> hashes(List<Arrived> entries) {
        return whole.hashes(entries);
    }

    @Override
    public void raise(Till till, JournalEntry entry, String code, String cause, Instant now) {
        whole.raise(till, entry, code, cause, now);
    }

    @Override
    public Map<StoreId, List<Quarantined>> quarantined(Collection<UUID> eventIds) {
        return whole.quarantined(eventIds);
    }

    @Override
    public List<Quarantined> quarantined(DeviceId device, int limit) {
        return whole.quarantined(device, limit);
    }

    @Override
    public void apply(List<NewEvent> events, News news) {
        whole.apply(events, news);
    }

    @Override
    public void placedAgain(List<Arrived> known, News news) {
        whole.placedAgain(known, news);
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
    public void noteUploads(List<Upload> uploads, Instant now) {
        whole.noteUploads(uploads, now);
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
