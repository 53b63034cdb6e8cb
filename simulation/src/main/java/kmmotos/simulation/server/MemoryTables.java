package kmmotos.simulation.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.server.leases.LeaseTables;
import kmmotos.server.sync.Arrived;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.JournalStream;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.server.sync.SnapshotContents;
import kmmotos.server.sync.SyncTables;
import kmmotos.server.sync.Upload;
import kmmotos.simulation.server.ServerState.Entry;
import kmmotos.simulation.server.ServerState.EntryKey;
import kmmotos.simulation.server.ServerState.FeedKey;
import kmmotos.simulation.server.ServerState.Raised;
import kmmotos.simulation.server.ServerState.Stored;
import kmmotos.simulation.server.ServerState.Stream;
import kmmotos.simulation.server.ServerState.StreamKey;

/// The sync's tables in memory.
final class MemoryTables implements SyncTables {

    /// The last contact of a store is noted at most this often: many tills share it.
    private static final Duration CONTACT_STEP = Duration.ofSeconds(5);

    private final ServerState state;
    private final RandomGenerator random;
    private final Clock clock;
    private final Balances balances;
    private final Effects effects;

    MemoryTables(ServerState state, RandomGenerator random, Clock clock) {
        this.state = state;
        this.random = random;
        this.clock = clock;
        this.balances = new Balances(state, random, clock);
        this.effects = new Effects(state, this, balances, clock);
    }

    @Override
    public Set<DeviceId> lock(Collection<DeviceId> devices) {
        return devices.stream()
                .filter(device ->
                        state.revoked.get(device.value(), false)
                                || !state.tills.has(device.value()))
                .collect(Collectors.toSet());
    }

    @Override
    public JournalStream stream(DeviceId device, UUID incarnation) {
        return state.streams
                .get(new StreamKey(device, incarnation))
                .map(Stream::position)
                .orElseGet(() -> JournalStream.empty(incarnation));
    }

    @Override
    public Optional<JournalStream> latest(DeviceId device) {
        return state.streams.rows().entrySet().stream()
                .filter(stream -> stream.getKey().device().equals(device))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingLong(Stream::begun))
                .map(Stream::position);
    }

    @Override
    public Optional<String> hashAt(DeviceId device, UUID incarnation, long seq) {
        return seq == 0
                ? Optional.of(HashChain.START)
                : state.entries
                        .get(new EntryKey(new StreamKey(device, incarnation), seq))
                        .map(Entry::hash);
    }

    @Override
    public void addEntries(List<Arrived> entries) {
        for (Arrived arrived : entries) {
            EntryKey key = new EntryKey(journal(arrived), arrived.entry().seq());
            if (state.entries.has(key)) {
                throw new IllegalArgumentException("entry " + key + " is stored already");
            }
            state.entries.put(key, new Entry(arrived.eventId(), arrived.hash()));
            List<EntryKey> places = new ArrayList<>(state.placesOf(arrived.eventId()));
            places.add(key);
            state.places.put(arrived.eventId(), List.copyOf(places));
        }
    }

    private static StreamKey journal(Arrived arrived) {
        return new StreamKey(arrived.till().deviceId(), arrived.incarnation());
    }

    @Override
    public void move(List<Arrived> to, Instant now) {
        to.forEach(this::move);
    }

    private void move(Arrived to) {
        Stream first = new Stream(JournalStream.empty(to.incarnation()), state.streams.size() + 1L);
        state.streams.update(
                journal(to),
                first,
                stream ->
                        new Stream(
                                new JournalStream(
                                        to.incarnation(),
                                        to.entry().seq(),
                                        to.hash(),
                                        stream.position().safeSeq()),
                                stream.begun()));
    }

    @Override
    public Set<UUID> addEvents(List<Arrived> entries, Instant now) {
        Set<UUID> added = new LinkedHashSet<>();
        for (Arrived arrived : entries) {
            JournalEntry entry = arrived.entry();
            if (!state.events.has(entry.eventId())) {
                state.events.put(
                        entry.eventId(), new Stored(arrived.till(), entry, arrived.factHash()));
                added.add(entry.eventId());
            }
        }
        return added;
    }

    @Override
    public Map<UUID, String> hashes(List<Arrived> entries) {
        Map<UUID, String> hashes = new LinkedHashMap<>();
        for (Arrived arrived : entries) {
            UUID id = arrived.entry().eventId();
            state.events
                    .get(id)
                    .filter(stored -> stored.till().storeId().equals(arrived.till().storeId()))
                    .ifPresent(stored -> hashes.put(id, stored.hash()));
        }
        return hashes;
    }

    @Override
    public void raise(Till till, JournalEntry entry, String code, String cause, Instant now) {
        String hash = EventStore.hash(entry);
        boolean known =
                state.raised.values().stream()
                        .anyMatch(raised ->
                                raised.entry().eventId().equals(entry.eventId())
                                        && raised.code().equals(code)
                                        && raised.hash().equals(hash));
        if (!known) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            state.raised.put(id, new Raised(id, till, entry, code, cause, hash, now, false));
        }
    }

    @Override
    public Map<StoreId, List<Quarantined>> quarantined(Collection<UUID> eventIds) {
        return state.raised.values().stream()
                .filter(raised -> !raised.solved() && eventIds.contains(raised.entry().eventId()))
                .sorted(
                        Comparator.comparing(Raised::at)
                                .thenComparing(raised -> raised.entry().eventId().toString())
                                .thenComparing(Raised::code))
                .collect(
                        Collectors.groupingBy(
                                raised -> raised.till().storeId(),
                                Collectors.mapping(MemoryTables::named, Collectors.toList())));
    }

    @Override
    public List<Quarantined> quarantined(DeviceId device, int limit) {
        return state.raised.values().stream()
                .filter(raised -> !raised.solved() && raised.till().deviceId().equals(device))
                .sorted(
                        Comparator.comparing(Raised::at, Comparator.reverseOrder())
                                .thenComparing(raised -> raised.entry().eventId().toString())
                                .thenComparing(Raised::code))
                .limit(limit)
                .map(MemoryTables::named)
                .toList();
    }

    private static Quarantined named(Raised raised) {
        return new Quarantined(raised.entry().eventId(), raised.code());
    }

    @Override
    public void apply(List<NewEvent> events, News news) {
        effects.apply(events, news);
    }

    @Override
    public void placedAgain(List<Arrived> known, News news) {
        new StockEffects(state, balances).placedAgain(known, news);
    }

    @Override
    public Optional<String> attempt(Runnable work) {
        int before = state.history().savepoint();
        try {
            work.run();
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            state.history().backTo(before);
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void publish(News news) {
        news.byScope().forEach(this::publish);
    }

    void publish(Scope scope, List<Policy> policies) {
        long last = state.feedCounters.get(scope.value(), 0L);
        for (Policy policy : policies) {
            last++;
            UUID id = new UUID(random.nextLong(), random.nextLong());
            state.feed.put(
                    new FeedKey(scope.value(), last), new FeedEntry(scope, last, id, policy));
        }
        state.feedCounters.put(scope.value(), last);
    }

    @Override
    public void noteContact(Till till, Instant now) {
        Instant before = state.contacts.get(till.storeId(), Instant.MIN);
        if (before.isBefore(now.minus(CONTACT_STEP))) {
            state.contacts.put(till.storeId(), now);
        }
    }

    @Override
    public void noteUploads(List<Upload> uploads, Instant now) {
        uploads.forEach(upload -> noteContact(upload.till(), now));
    }

    @Override
    public String zone(StoreId store) {
        return state.stores.get(store).orElseThrow().zone();
    }

    @Override
    public Optional<Store> store(StoreId store) {
        return state.stores.get(store);
    }

    Balances balances() {
        return balances;
    }

    Effects effects() {
        return effects;
    }

    LeaseTables leases() {
        return new MemoryLeases(state, this);
    }

    @Override
    public List<SnapshotContents> snapshot(Store store) {
        return SnapshotOfState.of(state, balances, store, clock.instant());
    }

    @Override
    public Optional<EventStore.Waiting> take(UUID exceptionId) {
        return state.raised
                .get(exceptionId)
                .filter(raised -> !raised.solved())
                .map(MemoryTables::waiting);
    }

    /// What waits of a till for one reason.
    List<EventStore.Waiting> waiting(String code, DeviceId device) {
        return state.raised.values().stream()
                .filter(raised -> !raised.solved())
                .filter(raised -> raised.code().equals(code))
                .filter(raised -> raised.till().deviceId().equals(device))
                .map(MemoryTables::waiting)
                .toList();
    }

    private static EventStore.Waiting waiting(Raised raised) {
        return new EventStore.Waiting(
                raised.exceptionId(),
                raised.entry().eventId(),
                raised.till().deviceId(),
                raised.till().storeId(),
                raised.code(),
                raised.cause(),
                EventStore.fact(raised.entry()),
                raised.at());
    }

    @Override
    public Till till(DeviceId device) {
        return state.tills.get(device.value()).orElseThrow();
    }

    @Override
    public void solve(UUID exceptionId, UUID by, Instant now) {
        settle(exceptionId);
    }

    /// Nobody waits for it any more.
    void settle(UUID exceptionId) {
        Raised raised = state.raised.get(exceptionId).orElseThrow();
        state.raised.put(
                exceptionId,
                new Raised(
                        exceptionId,
                        raised.till(),
                        raised.entry(),
                        raised.code(),
                        raised.cause(),
                        raised.hash(),
                        raised.at(),
                        true));
    }

    @Override
    public Map<Scope, Kept> kept(List<Scope> scopes, Cursor cursor) {
        Map<Scope, Kept> kept = new TreeMap<>();
        for (Scope scope : scopes) {
            FeedKey position = new FeedKey(scope.value(), cursor.at(scope).n());
            kept.put(
                    scope,
                    new Kept(
                            state.feedOldest.get(scope.value(), 1L),
                            state.feed.get(position).map(FeedEntry::entryId)));
        }
        return kept;
    }

    @Override
    public List<FeedEntry> entriesAfter(List<Scope> scopes, Cursor cursor, int limit) {
        return scopes.stream()
                .sorted()
                .flatMap(scope ->
                        LongStream.rangeClosed(
                                        cursor.at(scope).n() + 1,
                                        state.feedCounters.get(scope.value(), 0L))
                                .mapToObj(n -> new FeedKey(scope.value(), n)))
                .limit(limit)
                .map(key -> state.feed.get(key).orElseThrow())
                .toList();
    }

    @Override
    public Cursor.Position last(Scope scope) {
        long n = state.feedCounters.get(scope.value(), 0L);
        return state.feed
                .get(new FeedKey(scope.value(), n))
                .map(entry -> new Cursor.Position(n, Optional.of(entry.entryId())))
                .orElse(Cursor.Position.START);
    }
}
