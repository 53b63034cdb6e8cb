package kmmotos.server.sync;

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
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.server.feed.FeedTables;

/// What the sync reads and writes within one transaction of a [ServerStore]. The rules of the
/// protocol are not in here: tables keep and find, nothing else.
public interface SyncTables extends FeedTables {

    /// Lets one upload of a till wait for another; answers which of the tills are revoked by now.
    /// The tills are locked in one order, whoever asks.
    Set<DeviceId> lock(Collection<DeviceId> devices);

    /// Empty at 0 if nothing of this incarnation came yet.
    JournalStream stream(DeviceId device, UUID incarnation);

    /// Where each of these uploads' journals stands, in their order.
    default List<JournalStream> streams(List<Upload> uploads) {
        return uploads.stream()
                .map(upload -> stream(upload.till().deviceId(), upload.batch().incarnation()))
                .toList();
    }

    /// The journal that the till began last.
    Optional<JournalStream> latest(DeviceId device);

    /// The chain's hash after an entry that is stored; empty if it is not.
    Optional<String> hashAt(DeviceId device, UUID incarnation, long seq);

    /// Stores which event stands where in which journal.
    void addEntries(List<Arrived> entries);

    /// Moves each journal's position to one of its entries.
    void move(List<Arrived> to, Instant now);

    /// Stores the events that are not stored yet, each known by its event id alone; answers the ids
    /// of those.
    Set<UUID> addEvents(List<Arrived> entries, Instant now);

    /// The hashes of the facts that are stored under these events' ids for the same store, in
    /// hexadecimal.
    Map<UUID, String> hashes(List<Arrived> entries);

    /// Puts an event on the work list, once for each code and content.
    ///
    /// @param cause what is wrong, in words for the person who repairs it
    void raise(Till till, JournalEntry entry, String code, String cause, Instant now);

    /// Which of these events are on the work list, by the store that told of them.
    Map<StoreId, List<Quarantined>> quarantined(Collection<UUID> eventIds);

    /// What a till told that is on the work list, the newest first.
    List<Quarantined> quarantined(DeviceId device, int limit);

    /// Lets stock, takings, orders follow from new events, all together.
    void apply(List<NewEvent> events, News news);

    /// Lets follow what follows from another place of events that were known before.
    void placedAgain(List<Arrived> known, News news);

    /// Does something that may fail because of its data: then nothing of it remains, the
    /// transaction goes on, and the reason is answered.
    Optional<String> attempt(Runnable work);

    /// Tells the tills, as the last thing in a transaction.
    void publish(News news);

    void noteContact(Till till, Instant now);

    /// Notes that these tills spoke with the server, and what they tell about themselves.
    void noteUploads(List<Upload> uploads, Instant now);

    /// The price zone of a store.
    String zone(StoreId store);

    Optional<Store> store(StoreId store);

    /// What a snapshot for a till of this store is made of.
    List<SnapshotContents> snapshot(Store store);

    /// One item of the work list, locked while it is worked on.
    Optional<EventStore.Waiting> take(UUID exceptionId);

    Till till(DeviceId device);

    /// Takes an item off the work list.
    void solve(UUID exceptionId, UUID by, Instant now);
}
