package kmmotos.desktop.neighbours;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kmmotos.desktop.journal.JournalFailed;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.sync.Batches;
import kmmotos.desktop.sync.Carrier;
import kmmotos.desktop.sync.EnginePorts;
import kmmotos.desktop.sync.SyncServer;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.desktop.sync.SyncStep;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a till does for the other tills of its shop, and has done by them: what they write is kept
/// and brought to the server, and who has no way there is carried for.
///
/// Like [TillEngine] it starts no thread and knows no network but the lines it is given. So a
/// simulation drives the very engine that is in the shops.
public final class NeighbourEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NeighbourEngine.class);

    /// Others speak for a till that was not heard for so long.
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final TillEngine till;
    private final EnginePorts ports;
    private final ParkedAround parked;
    private final Mirror mirror;
    private Supplier<SyncStatus> status =
            () -> {
                throw new IllegalStateException("through() comes first");
            };
    private Supplier<List<NeighbourLine>> connected = List::of;
    private @Nullable Carriage carriage;
    private @Nullable Relay relay;

    /// @param isSigned whether a batch is from the till whose journal it is
    public NeighbourEngine(
            TillEngine till, Shelf shelf, BiPredicate<KnownTill, UploadBatch> isSigned) {
        this.till = till;
        this.ports = till.ports();
        this.parked = new ParkedAround(shelf);
        this.mirror = new Mirror(ports, new LiveStock(till.tables()), isSigned);
    }

    /// By the key that head office told of.
    static boolean isSigned(KnownTill by, UploadBatch batch) {
        byte[] signature = Base64.getDecoder().decode(batch.signature());
        return DeviceSignature.verify(by.key(), batch.signedBytes(), signature);
    }

    /// The till's way to the server with the neighbours' ways added.
    ///
    /// @param own the till's own way
    /// @param carrier takes anybody's batch that way
    /// @param status how the sync stands
    /// @param connected the neighbours that can be asked now
    public SyncServer through(
            SyncServer own,
            Carrier carrier,
            Supplier<SyncStatus> status,
            Supplier<List<NeighbourLine>> connected) {
        this.status = status;
        this.connected = connected;
        carriage = new Carriage(carrier, status);
        relay = new Relay(own, this::carry, ports.clock());
        return relay;
    }

    private Optional<Relay.Carried> carry(UploadBatch batch) {
        for (NeighbourLine line : connected.get()) {
            try {
                Answer answer = line.ask(new Ask.Carry(batch), Answer.class);
                if (answer instanceof Answer.Carried(UploadAnswer carried)) {
                    return Optional.of(new Relay.Carried(line.neighbour().till(), carried));
                }
            } catch (NeighbourUnreachable e) {
                LOG.debug("{} does not carry: {}", line.neighbour().till(), e.getMessage());
            }
        }
        return Optional.empty();
    }

    /// Opens what is kept for others.
    ///
    /// @return whether that could be done; else this till does without neighbours, and sells
    public boolean open() {
        try {
            mirror.open();
            return true;
        } catch (JournalFailed | StorageFailed e) {
            LOG.warn(
                    "this till does without neighbours: what it keeps for them can't be opened", e);
            return false;
        }
    }

    /// Keeps one neighbour's copy of this till's journal up to date, step by step.
    ///
    /// @param batches this till's, for this neighbour alone
    public Mirroring mirroring(NeighbourLine line, Batches batches) {
        return new Mirroring(line, batches, () -> status.get().confirmed(), parked, till::doubt);
    }

    /// Brings what is kept of tills that are away to the server, step by step.
    public SyncStep bringing() {
        return new Bringing(mirror, carriage(), SILENCE, ports.clock());
    }

    /// Answers what a neighbour asks.
    public Answer answer(KnownTill visitor, Ask ask) {
        return new Reception(mirror, carriage(), parked).apply(visitor, ask);
    }

    /// What other tills told that is kept and whose text holds this.
    Stream<Event> events(String text) {
        return mirror.holding(text).flatMap(NeighbourEngine::event);
    }

    private static Stream<Event> event(JournalEntry fact) {
        return fact.read() instanceof JournalEntry.Reading.Known(Event event)
                ? Stream.of(event)
                : Stream.empty();
    }

    private Carriage carriage() {
        return Objects.requireNonNull(carriage, "through() comes first");
    }

    ParkedAround parked() {
        return parked;
    }

    /// The neighbour through which the last upload went, if it did not go the till's own way.
    Optional<Till> carrier() {
        return Optional.ofNullable(relay).flatMap(Relay::by);
    }

    @Override
    public void close() {
        mirror.close();
    }
}
