package kmmotos.server.sync;

import jakarta.persistence.PersistenceException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.StorageFailed;
import kmmotos.server.stores.EnrolledTill;
import kmmotos.server.stores.TillStore;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in the tills' journals, each event once, whatever the network does.
///
/// One transaction per batch: lock the till, see where the batch stands in the chain, store the new
/// events, let their effects follow, publish, move the position. The till hears of it only after
/// the commit; when the answer is lost it sends the same batch again, and finds it there. Effects
/// are first tried for all events together, in a handful of set-based statements. If that fails,
/// nothing of it remains, and a second transaction tries event by event, so that one bad event
/// costs only itself.
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Database database;
    private final List<Effect> effects;
    private final JournalStore journals = new JournalStore();
    private final EventStore events = new EventStore();
    private final TillStore tills = new TillStore();

    public Uploads(Database database, List<Effect> effects) {
        this.database = database;
        this.effects = List.copyOf(effects);
    }

    UploadAnswer accept(EnrolledTill enrolled, UploadBatch batch, Instant now) {
        Till till = enrolled.till();
        BatchChain chain = BatchChain.of(batch);
        Caller caller = new Caller.Device(till.deviceId(), till.storeId());
        try {
            return database.inTransaction(
                    caller, session -> accept(session, till, batch, chain, now, false));
        } catch (StorageFailed
                | PersistenceException
                | IllegalArgumentException
                | ArithmeticException e) {
            refuseToGoOnWithoutTheDatabase(e);
            LOG.warn("a batch of till {} fails as a whole, trying each event", till, e);
            return database.inTransaction(
                    caller, session -> accept(session, till, batch, chain, now, true));
        }
    }

    private UploadAnswer accept(
            StatelessSession session,
            Till till,
            UploadBatch batch,
            BatchChain chain,
            Instant now,
            boolean oneByOne) {
        if (journals.lock(session, till.deviceId())) {
            throw Problem.of(403, "device_revoked", "Head office has revoked this till.").refusal();
        }
        JournalStore.Stream stream = journals.stream(session, till.deviceId(), batch.incarnation());
        if (chain.fromSeq() > stream.haveSeq() + 1) {
            return new UploadAnswer.Gap(stream.haveSeq(), stream.haveHash());
        }
        if (!continues(session, till, stream, chain)) {
            LOG.warn("the journal of till {} forks at {}", till, stream.haveSeq());
            return new UploadAnswer.Fork(stream.haveSeq());
        }
        List<BatchChain.Link> fresh = chain.after(stream.haveSeq());
        if (!fresh.isEmpty()) {
            journals.add(session, till, batch.incarnation(), fresh);
            takeIn(session, till, fresh, now, oneByOne);
            journals.move(session, till, batch.incarnation(), fresh.getLast(), now);
        }
        noteCondition(session, till, batch, now);
        return acknowledged(session, stream, chain, now);
    }

    /// Whether the batch's chain is the stored one as far as they overlap.
    private boolean continues(
            StatelessSession session, Till till, JournalStore.Stream stream, BatchChain chain) {
        long overlap = Math.min(stream.haveSeq(), chain.lastSeq());
        return hashAt(session, till, stream, chain.fromSeq() - 1)
                        .equals(Optional.of(chain.prevHash()))
                && (overlap < chain.fromSeq()
                        || hashAt(session, till, stream, overlap)
                                .equals(Optional.of(chain.hashAt(overlap))));
    }

    private Optional<String> hashAt(
            StatelessSession session, Till till, JournalStore.Stream stream, long seq) {
        return seq == stream.haveSeq()
                ? Optional.of(stream.haveHash())
                : journals.hashAt(session, till.deviceId(), stream.incarnation(), seq);
    }

    private void takeIn(
            StatelessSession session,
            Till till,
            List<BatchChain.Link> fresh,
            Instant now,
            boolean oneByOne) {
        List<JournalEntry> distinct = distinct(session, till, fresh, now);
        Set<UUID> stored = events.add(session, till, distinct, now);
        quarantineOtherBytes(session, till, distinct, stored, now);
        List<NewEvent> understood =
                distinct.stream()
                        .filter(entry -> stored.contains(entry.eventId()))
                        .flatMap(entry -> understand(session, till, entry, now).stream())
                        .toList();
        News news = new News();
        if (oneByOne) {
            understood.forEach(event -> applyAlone(session, till, event, news, now));
        } else if (!understood.isEmpty()) {
            effects.forEach(effect -> effect.apply(session, till, understood, news));
        }
        news.publish(session);
    }

    /// The entries, each event once; a second one with other bytes goes to the work list.
    private static List<JournalEntry> distinct(
            StatelessSession session, Till till, List<BatchChain.Link> links, Instant now) {
        Map<UUID, JournalEntry> first = new LinkedHashMap<>();
        for (BatchChain.Link link : links) {
            JournalEntry entry = link.entry();
            JournalEntry before = first.putIfAbsent(entry.eventId(), entry);
            if (before != null && !EventStore.hash(before).equals(EventStore.hash(entry))) {
                raiseOtherBytes(session, till, entry, now);
            }
        }
        return new ArrayList<>(first.values());
    }

    private void quarantineOtherBytes(
            StatelessSession session,
            Till till,
            List<JournalEntry> entries,
            Set<UUID> stored,
            Instant now) {
        List<JournalEntry> known =
                entries.stream().filter(entry -> !stored.contains(entry.eventId())).toList();
        if (known.isEmpty()) {
            return;
        }
        Map<UUID, String> hashes =
                events.hashes(
                        session,
                        known.stream().map(JournalEntry::eventId).collect(Collectors.toSet()));
        known.stream()
                .filter(entry -> !EventStore.hash(entry).equals(hashes.get(entry.eventId())))
                .forEach(entry -> raiseOtherBytes(session, till, entry, now));
    }

    private static void raiseOtherBytes(
            StatelessSession session, Till till, JournalEntry entry, Instant now) {
        LOG.error("till {} sent event {} again with other bytes", till, entry.eventId());
        EventStore.raise(
                session,
                till,
                entry,
                "other_bytes",
                "This event came before with another content. The first one counts. Somebody may"
                        + " have altered the till's journal.",
                now);
    }

    /// The entry's event, if this server knows its type and version.
    private static Optional<NewEvent> understand(
            StatelessSession session, Till till, JournalEntry entry, Instant now) {
        return switch (entry.read()) {
            case JournalEntry.Reading.Known known ->
                    Optional.of(new NewEvent(entry, known.event()));
            case JournalEntry.Reading.UnknownType unknown -> {
                EventStore.raise(
                        session,
                        till,
                        entry,
                        "unknown_type",
                        "This server does not know \"%s\" version %d yet. Update the server, then try again."
                                .formatted(unknown.type(), unknown.version()),
                        now);
                yield Optional.empty();
            }
            case JournalEntry.Reading.Malformed malformed -> {
                EventStore.raise(
                        session,
                        till,
                        entry,
                        "malformed",
                        "The event's content can't be read: " + malformed.why(),
                        now);
                yield Optional.empty();
            }
        };
    }

    private void applyAlone(
            StatelessSession session, Till till, NewEvent event, News news, Instant now) {
        Savepoint before = session.doReturningWork(java.sql.Connection::setSavepoint);
        try {
            News own = new News();
            effects.forEach(effect -> effect.apply(session, till, List.of(event), own));
            session.doWork(connection -> connection.releaseSavepoint(before));
            news.addAll(own);
        } catch (StorageFailed
                | PersistenceException
                | IllegalArgumentException
                | ArithmeticException e) {
            refuseToGoOnWithoutTheDatabase(e);
            session.doWork(connection -> connection.rollback(before));
            LOG.error("the effects of event {} failed", event.entry().eventId(), e);
            EventStore.raise(
                    session,
                    till,
                    event.entry(),
                    "effect_failed",
                    "The event is stored, but what follows from it could not be booked: "
                            + reason(e),
                    now);
        }
    }

    /// Tries the effects of an event on the work list again; answers why they still fail, if so.
    Optional<String> retry(UUID exceptionId, UUID by, Instant now) {
        try {
            database.execute(
                    new Caller.Server("repair"), session -> retry(session, exceptionId, by, now));
            return Optional.empty();
        } catch (StorageFailed
                | PersistenceException
                | IllegalArgumentException
                | ArithmeticException e) {
            refuseToGoOnWithoutTheDatabase(e);
            return Optional.of(reason(e));
        }
    }

    private void retry(StatelessSession session, UUID exceptionId, UUID by, Instant now) {
        EventStore.Waiting waiting =
                events.take(session, exceptionId)
                        .orElseThrow(() -> Problem.notFound("No such open item.").refusal());
        if (!(waiting.entry().read() instanceof JournalEntry.Reading.Known(var event))
                || !waiting.mayBeTriedAgain()) {
            throw new IllegalArgumentException(waiting.cause());
        }
        Till till = tills.find(session, waiting.device()).orElseThrow().till();
        News news = new News();
        NewEvent again = new NewEvent(waiting.entry(), event);
        effects.forEach(effect -> effect.apply(session, till, List.of(again), news));
        events.solve(session, exceptionId, by, now);
        news.publish(session);
    }

    private void noteCondition(
            StatelessSession session, Till till, UploadBatch batch, Instant now) {
        tills.noteContact(session, till, now);
        tills.noteCondition(
                session,
                till,
                batch.appVersion(),
                batch.clock().wall().toEpochMilli() - now.toEpochMilli(),
                batch.journalEndSeq());
    }

    private UploadAnswer acknowledged(
            StatelessSession session, JournalStore.Stream before, BatchChain chain, Instant now) {
        boolean moved = chain.lastSeq() > before.haveSeq();
        Set<UUID> ids =
                chain.links().stream()
                        .map(link -> link.entry().eventId())
                        .collect(Collectors.toSet());
        return new UploadAnswer.Ack(
                moved ? chain.lastSeq() : before.haveSeq(),
                moved ? chain.hashAt(chain.lastSeq()) : before.haveHash(),
                before.safeSeq(),
                events.quarantined(session, ids),
                now,
                UploadBatch.MAX_EVENTS,
                0);
    }

    /// A lost connection is nobody's bad event: the till sends the batch again.
    private static void refuseToGoOnWithoutTheDatabase(RuntimeException e) {
        String state = StorageFailed.sqlState(e).orElse("");
        if (StorageFailed.isPoolExhausted(e)
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || state.startsWith("40")) {
            throw e;
        }
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown");
    }
}
