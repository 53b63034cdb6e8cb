package kmmotos.desktop.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.model.sales.Sale;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the tables up to the journal. Each call is one transaction that also moves the mark of
/// how far it came, so a crash before, in or after it loses and doubles nothing.
final class Projection {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final int BATCH_FACTS = 500;
    private static final int BATCH_BYTES = 8 * 1024 * 1024;

    private final Journal journal;
    private final TillTables tables;

    Projection(Journal journal, TillTables tables) {
        this.journal = journal;
        this.tables = tables;
    }

    /// Applies every fact that is recorded and not applied yet.
    synchronized void project() {
        boolean more = true;
        while (more) {
            more = tables.inTransaction(this::projectSome);
        }
    }

    /// Nothing may be projected while the numbers change.
    synchronized void beginIncarnation(UUID fresh) {
        project();
        journal.beginIncarnation(fresh, Recorder::renumbered);
        project();
    }

    private boolean projectSome(SyncTables to) {
        UUID incarnation = journal.incarnation();
        long from = firstToApply(to, incarnation);
        List<JournalRecord> facts = journal.read(from, BATCH_FACTS, BATCH_BYTES);
        for (JournalRecord fact : facts) {
            apply(to, incarnation, entry(fact));
        }
        long last = facts.isEmpty() ? from - 1 : facts.getLast().seq();
        to.applied(new JournalPoint(incarnation, last));
        return last < journal.endSeq();
    }

    /// In a new incarnation every fact is looked at again, but only what is new to the tables is
    /// applied. What the server had of a life that was set back is known to it alone, so a snapshot
    /// is needed then.
    private long firstToApply(SyncTables to, UUID incarnation) {
        Optional<JournalPoint> applied = to.applied();
        if (applied.filter(point -> !point.incarnation().equals(incarnation)).isPresent()) {
            to.needSnapshot();
            to.beganIncarnation();
            return journal.firstSeq();
        }
        return applied.map(point -> point.seq() + 1).orElse(journal.firstSeq());
    }

    private void apply(SyncTables to, UUID incarnation, JournalEntry entry) {
        switch (entry.read()) {
            case JournalEntry.Reading.Known(Event event) ->
                    applyOnce(to, incarnation, entry, event);
            case JournalEntry.Reading.UnknownType(String type, int version) ->
                    LOG.error("fact {} of type {} {} is unknown", entry.eventId(), type, version);
            case JournalEntry.Reading.Malformed(String why) ->
                    LOG.error("fact {} can't be read: {}", entry.eventId(), why);
        }
    }

    private void applyOnce(SyncTables to, UUID incarnation, JournalEntry entry, Event event) {
        if (event instanceof Event.ShiftOpened(var opening)) {
            to.opened(opening, entry.seq());
        }
        if (to.isNew(entry.eventId())) {
            to.apply(entry, event);
            book(to, new JournalPoint(incarnation, entry.seq()), entry, event);
        }
    }

    private void book(SyncTables to, JournalPoint point, JournalEntry entry, Event event) {
        if (event.movements().isEmpty()) {
            return;
        }
        boolean held =
                to.stockHolds()
                        .filter(holds -> holds.incarnation().equals(point.incarnation()))
                        .filter(holds -> point.seq() <= holds.seq())
                        .isPresent();
        to.book(event.movements(), entry.at(), entry.type(), reference(event), !held);
    }

    private static String reference(Event event) {
        return switch (event) {
            case Event.SaleCompleted(Sale sale) -> sale.receiptNumber().toString();
            case Event.StockReceived(var receipt) -> receipt.reference();
            case Event.StockAdjusted(var adjustment) -> adjustment.note();
            default -> "";
        };
    }

    static JournalEntry entry(JournalRecord fact) {
        try {
            return Json.MAPPER.readValue(fact.body(), JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("fact " + fact.seq() + " is no JSON", e);
        }
    }
}
