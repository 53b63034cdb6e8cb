package kmmotos.desktop.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.Readiness;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.UuidV7;

/// Writes down what happened at the counter. When [#record] returns, the fact is on the disk; what
/// may be told to the customer is told after that, and the database follows with [#project].
public final class Recorder {

    /// What the next fact gets: known only at the moment it is written.
    ///
    /// @param receiptNumber for a sale; no other fact uses it up
    public record Next(UUID incarnation, long seq, ReceiptNumber receiptNumber) {}

    public record Recorded(UUID eventId, long seq, Instant at, Event event) {}

    private final Journal journal;
    private final Projection projection;
    private final Till till;
    private final Clock clock;
    private final RandomGenerator random;
    private volatile Runnable afterRecord = () -> {};

    Recorder(
            Journal journal,
            Projection projection,
            Till till,
            Clock clock,
            RandomGenerator random) {
        this.journal = journal;
        this.projection = projection;
        this.till = till;
        this.clock = clock;
        this.random = random;
    }

    /// Writes down a fact that needs neither a receipt number nor its place.
    ///
    /// @throws kmmotos.desktop.journal.JournalFailed if the disk did not take it: it did not happen
    public Recorded record(Event event) {
        return record(_ -> event);
    }

    /// Writes down a fact made from what it gets: a sale its receipt number, a Z report its range.
    /// Numbers have no gaps: one is used up only by a sale that was written.
    public synchronized Recorded record(Function<Next, Event> fact) {
        Next next = next();
        Event event = fact.apply(next);
        checkNumber(event, next);
        Instant at = clock.instant();
        UUID eventId = UuidV7.of(at, random);
        JournalEntry entry = JournalEntry.of(eventId, next.seq(), at, event);
        journal.append(at, counterAfter(event), entry.canonicalBytes());
        afterRecord.run();
        return new Recorded(eventId, next.seq(), at, event);
    }

    private Next next() {
        ReceiptNumber number =
                new ReceiptNumber(
                        till.storeId(), till.number(), journal.series(), journal.counter() + 1);
        return new Next(journal.incarnation(), journal.endSeq() + 1, number);
    }

    private static void checkNumber(Event event, Next next) {
        if (event instanceof Event.SaleCompleted(var sale)
                && !sale.receiptNumber().equals(next.receiptNumber())) {
            throw new IllegalArgumentException(
                    "the sale's number must be %s, was %s"
                            .formatted(next.receiptNumber(), sale.receiptNumber()));
        }
    }

    private long counterAfter(Event event) {
        return journal.counter() + (event instanceof Event.SaleCompleted ? 1 : 0);
    }

    /// Applies everything recorded to the database.
    public void project() {
        project(SyncProgress.NONE);
    }

    /// The same, told how far it has come: after a bad night there may be very many.
    void project(SyncProgress progress) {
        projection.project(progress);
    }

    /// Told after each fact, on the thread that wrote it; must return at once.
    public void onRecorded(Runnable listener) {
        afterRecord = listener;
    }

    /// Begins a new journal that holds all kept facts under their old event ids.
    synchronized void beginIncarnation(UUID fresh) {
        projection.beginIncarnation(fresh);
    }

    /// Asked before a sale begins: whether it could be written down.
    public Readiness readiness() {
        return journal.readiness();
    }

    /// The same fact with the number it has in a new incarnation, under its old event id.
    public static byte[] renumbered(byte[] body, long seq) {
        try {
            ObjectNode entry = (ObjectNode) Json.MAPPER.readTree(body);
            return CanonicalJson.bytes(entry.put("seq", seq));
        } catch (IOException e) {
            throw new UncheckedIOException("a fact is no JSON", e);
        }
    }
}
