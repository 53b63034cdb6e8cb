package kmmotos.desktop.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.journal.JournalRecord;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.model.orders.OrderState;
import kmmotos.model.sales.Sale;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the database up to the journal. Each call is one transaction that also moves the mark of
/// how far it came, so a crash before, in or after it loses and doubles nothing.
final class Projection {
    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final int BATCH_FACTS = 500;
    private static final int BATCH_BYTES = 8 * 1024 * 1024;

    private final Journal journal;
    private final TillDatabase database;
    private final Stores stores;
    private final SyncStore sync = new SyncStore();

    Projection(Journal journal, TillDatabase database, Stores stores) {
        this.journal = journal;
        this.database = database;
        this.stores = stores;
    }

    /// Applies every fact that is recorded and not applied yet.
    synchronized void project() {
        boolean more = true;
        while (more) {
            more = database.inTransaction(this::projectSome);
        }
    }

    /// Nothing may be projected while the numbers change.
    synchronized void beginIncarnation(UUID fresh) {
        project();
        journal.beginIncarnation(fresh, Recorder::renumbered);
        project();
    }

    private boolean projectSome(StatelessSession session) {
        UUID incarnation = journal.incarnation();
        long from = firstToApply(session, incarnation);
        List<JournalRecord> facts = journal.read(from, BATCH_FACTS, BATCH_BYTES);
        for (JournalRecord fact : facts) {
            apply(session, incarnation, entry(fact));
        }
        long last = facts.isEmpty() ? from - 1 : facts.getLast().seq();
        sync.applied(session, new JournalPoint(incarnation, last));
        return last < journal.endSeq();
    }

    /// In a new incarnation every fact is looked at again, but only what is new to the tables is
    /// applied. What the server had of a life that was set back is known to it alone, so a snapshot
    /// is needed then.
    private long firstToApply(StatelessSession session, UUID incarnation) {
        Optional<JournalPoint> applied = sync.applied(session);
        if (applied.filter(point -> !point.incarnation().equals(incarnation)).isPresent()) {
            sync.needSnapshot(session);
            return journal.firstSeq();
        }
        return applied.map(point -> point.seq() + 1).orElse(journal.firstSeq());
    }

    private void apply(StatelessSession session, UUID incarnation, JournalEntry entry) {
        switch (entry.read()) {
            case JournalEntry.Reading.Known(Event event) ->
                    applyOnce(session, incarnation, entry, event);
            case JournalEntry.Reading.UnknownType(String type, int version) ->
                    LOG.error("fact {} of type {} {} is unknown", entry.eventId(), type, version);
            case JournalEntry.Reading.Malformed(String why) ->
                    LOG.error("fact {} can't be read: {}", entry.eventId(), why);
        }
    }

    private void applyOnce(
            StatelessSession session, UUID incarnation, JournalEntry entry, Event event) {
        if (event instanceof Event.ShiftOpened(var opening)) {
            stores.shifts().opened(session, opening, entry.seq());
        }
        if (sync.isNew(session, entry.eventId())) {
            apply(session, entry, event);
            book(session, new JournalPoint(incarnation, entry.seq()), entry, event);
        }
    }

    private void book(
            StatelessSession session, JournalPoint point, JournalEntry entry, Event event) {
        if (event.movements().isEmpty()) {
            return;
        }
        boolean held =
                sync.stockHolds(session)
                        .filter(holds -> holds.incarnation().equals(point.incarnation()))
                        .filter(holds -> point.seq() <= holds.seq())
                        .isPresent();
        stores.stock()
                .book(
                        session,
                        event.movements(),
                        entry.at(),
                        entry.type(),
                        reference(event),
                        !held);
    }

    private static String reference(Event event) {
        return switch (event) {
            case Event.SaleCompleted(Sale sale) -> sale.receiptNumber().toString();
            case Event.StockReceived(var receipt) -> receipt.reference();
            case Event.StockAdjusted(var adjustment) -> adjustment.note();
            default -> "";
        };
    }

    private void apply(StatelessSession session, JournalEntry entry, Event event) {
        switch (event) {
            case Event.SaleCompleted(Sale sale) -> apply(session, sale);
            case Event.PaymentIntended(var intent) ->
                    stores.payments().intended(session, intent, entry.at());
            case Event.PaymentAbandoned(UUID intentId, _) ->
                    stores.payments().abandoned(session, intentId);
            case Event.ShiftClosed(var closing) -> stores.shifts().closed(session, closing);
            case Event.OrderPicked(UUID id, _, var at, UUID staff) ->
                    stores.orders().become(session, id, new OrderState.Picked(at, staff));
            case Event.OrderReady(UUID id, _, var at, String shelf) ->
                    stores.orders().become(session, id, new OrderState.Ready(at, shelf));
            case Event.OrderRefused(UUID id, _, var at, String why) ->
                    stores.orders().become(session, id, new OrderState.Cancelled(at, why));
            case Event.ShiftOpened _,
                    Event.StockReceived _,
                    Event.StockAdjusted _,
                    Event.StockCounted _,
                    Event.TransferSent _,
                    Event.TransferReceived _,
                    Event.LineVoided _ -> {}
        }
    }

    private void apply(StatelessSession session, Sale sale) {
        stores.sales().add(session, sale);
        stores.shifts().add(session, sale);
        stores.payments().settled(session, sale);
        stores.pricing().used(session, sale);
        sale.orderId()
                .ifPresent(order ->
                        stores.orders()
                                .become(
                                        session,
                                        order,
                                        new OrderState.HandedOver(sale.at(), sale.saleId())));
    }

    static JournalEntry entry(JournalRecord fact) {
        try {
            return Json.MAPPER.readValue(fact.body(), JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("fact " + fact.seq() + " is no JSON", e);
        }
    }
}
