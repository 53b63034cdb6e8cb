package kmmotos.server.sync;

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
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
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

    private final ServerStore store;

    public Uploads(ServerStore store) {
        this.store = store;
    }

    /// @throws kmmotos.server.http.Refusal if the till is revoked or the batch's numbers don't run
    ///   on
    public UploadAnswer accept(Till till, UploadBatch batch, Instant now) {
        BatchChain chain = BatchChain.of(batch);
        Caller caller = new Caller.Device(till.deviceId(), till.storeId());
        try {
            return store.inTransaction(
                    caller, tables -> accept(tables, till, batch, chain, now, false));
        } catch (DataRefused e) {
            LOG.warn("a batch of till {} fails as a whole, trying each event", till, e);
            return store.inTransaction(
                    caller, tables -> accept(tables, till, batch, chain, now, true));
        }
    }

    private UploadAnswer accept(
            SyncTables tables,
            Till till,
            UploadBatch batch,
            BatchChain chain,
            Instant now,
            boolean oneByOne) {
        if (tables.lock(till.deviceId())) {
            throw Problem.of(403, "device_revoked", "Head office has revoked this till.").refusal();
        }
        JournalStream stream = tables.stream(till.deviceId(), batch.incarnation());
        if (chain.fromSeq() > stream.haveSeq() + 1) {
            return new UploadAnswer.Gap(stream.haveSeq(), stream.haveHash());
        }
        if (!continues(tables, till, stream, chain)) {
            LOG.warn("the journal of till {} forks at {}", till, stream.haveSeq());
            return new UploadAnswer.Fork(stream.haveSeq());
        }
        List<BatchChain.Link> fresh = chain.after(stream.haveSeq());
        if (!fresh.isEmpty()) {
            tables.addEntries(till, batch.incarnation(), fresh);
            takeIn(tables, till, fresh, now, oneByOne);
            tables.move(till, batch.incarnation(), fresh.getLast(), now);
        }
        tables.noteContact(till, now);
        tables.noteCondition(till, batch, now);
        return acknowledged(tables, stream, chain, now);
    }

    /// Whether the batch's chain is the stored one as far as they overlap.
    private boolean continues(
            SyncTables tables, Till till, JournalStream stream, BatchChain chain) {
        long overlap = Math.min(stream.haveSeq(), chain.lastSeq());
        return hashAt(tables, till, stream, chain.fromSeq() - 1)
                        .equals(Optional.of(chain.prevHash()))
                && (overlap < chain.fromSeq()
                        || hashAt(tables, till, stream, overlap)
                                .equals(Optional.of(chain.hashAt(overlap))));
    }

    private Optional<String> hashAt(SyncTables tables, Till till, JournalStream stream, long seq) {
        return seq == stream.haveSeq()
                ? Optional.of(stream.haveHash())
                : tables.hashAt(till.deviceId(), stream.incarnation(), seq);
    }

    private void takeIn(
            SyncTables tables,
            Till till,
            List<BatchChain.Link> fresh,
            Instant now,
            boolean oneByOne) {
        List<JournalEntry> distinct = distinct(tables, till, fresh, now);
        Set<UUID> stored = tables.addEvents(till, distinct, now);
        quarantineOtherBytes(tables, till, distinct, stored, now);
        List<NewEvent> understood =
                distinct.stream()
                        .filter(entry -> stored.contains(entry.eventId()))
                        .flatMap(entry -> understand(tables, till, entry, now).stream())
                        .toList();
        News news = new News();
        if (oneByOne) {
            understood.forEach(event -> applyAlone(tables, till, event, news, now));
        } else if (!understood.isEmpty()) {
            tables.apply(till, understood, news);
        }
        tables.publish(news);
    }

    /// The entries, each event once; a second one with other bytes goes to the work list.
    private static List<JournalEntry> distinct(
            SyncTables tables, Till till, List<BatchChain.Link> links, Instant now) {
        Map<UUID, JournalEntry> first = new LinkedHashMap<>();
        for (BatchChain.Link link : links) {
            JournalEntry entry = link.entry();
            JournalEntry before = first.putIfAbsent(entry.eventId(), entry);
            if (before != null && !EventStore.hash(before).equals(EventStore.hash(entry))) {
                raiseOtherBytes(tables, till, entry, now);
            }
        }
        return new ArrayList<>(first.values());
    }

    private void quarantineOtherBytes(
            SyncTables tables,
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
                tables.hashes(
                        known.stream().map(JournalEntry::eventId).collect(Collectors.toSet()));
        known.stream()
                .filter(entry -> !EventStore.hash(entry).equals(hashes.get(entry.eventId())))
                .forEach(entry -> raiseOtherBytes(tables, till, entry, now));
    }

    private static void raiseOtherBytes(
            SyncTables tables, Till till, JournalEntry entry, Instant now) {
        LOG.error("till {} sent event {} again with other bytes", till, entry.eventId());
        tables.raise(
                till,
                entry,
                "other_bytes",
                "This event came before with another content. The first one counts. Somebody may"
                        + " have altered the till's journal.",
                now);
    }

    private static void raiseMissing(
            SyncTables tables,
            Till till,
            JournalEntry entry,
            Event.FactsMissing missing,
            Instant now) {
        LOG.error("till {} no longer keeps what this server lost: {}", till, missing);
        tables.raise(
                till,
                entry,
                "facts_missing",
                ("This server was set back to an old backup and lost the entries %d to %d of the"
                                + " till's journal %s. The till had been told that they were safe"
                                + " and does not keep them any more. Look for them in a newer"
                                + " backup or in the second copy of the till's journal.")
                        .formatted(missing.fromSeq(), missing.toSeq(), missing.incarnation()),
                now);
    }

    /// The entry's event, if this server knows its type and version.
    private static Optional<NewEvent> understand(
            SyncTables tables, Till till, JournalEntry entry, Instant now) {
        return switch (entry.read()) {
            case JournalEntry.Reading.Known(Event event) -> {
                if (event instanceof Event.FactsMissing missing) {
                    raiseMissing(tables, till, entry, missing, now);
                }
                yield Optional.of(new NewEvent(entry, event));
            }
            case JournalEntry.Reading.UnknownType unknown -> {
                tables.raise(
                        till,
                        entry,
                        "unknown_type",
                        "This server does not know \"%s\" version %d yet. Update the server, then try again."
                                .formatted(unknown.type(), unknown.version()),
                        now);
                yield Optional.empty();
            }
            case JournalEntry.Reading.Malformed malformed -> {
                tables.raise(
                        till,
                        entry,
                        "malformed",
                        "The event's content can't be read: " + malformed.why(),
                        now);
                yield Optional.empty();
            }
        };
    }

    private static void applyAlone(
            SyncTables tables, Till till, NewEvent event, News news, Instant now) {
        News own = new News();
        Optional<String> failure = tables.attempt(() -> tables.apply(till, List.of(event), own));
        if (failure.isEmpty()) {
            news.addAll(own);
            return;
        }
        LOG.error("the effects of event {} fail: {}", event.entry().eventId(), failure.get());
        tables.raise(
                till,
                event.entry(),
                "effect_failed",
                "The event is stored, but what follows from it could not be booked: "
                        + failure.get(),
                now);
    }

    /// Tries the effects of an event on the work list again; answers why they still fail, if so.
    Optional<String> retry(UUID exceptionId, UUID by, Instant now) {
        try {
            return store.inTransaction(
                    new Caller.Server("repair"), tables -> retry(tables, exceptionId, by, now));
        } catch (DataRefused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> retry(
            SyncTables tables, UUID exceptionId, UUID by, Instant now) {
        EventStore.Waiting waiting =
                tables.take(exceptionId)
                        .orElseThrow(() -> Problem.notFound("No such open item.").refusal());
        if (!(waiting.entry().read() instanceof JournalEntry.Reading.Known(var event))
                || !waiting.mayBeTriedAgain()) {
            return Optional.of(waiting.cause());
        }
        News news = new News();
        tables.apply(
                tables.till(waiting.device()), List.of(new NewEvent(waiting.entry(), event)), news);
        tables.solve(exceptionId, by, now);
        tables.publish(news);
        return Optional.empty();
    }

    private UploadAnswer acknowledged(
            SyncTables tables, JournalStream before, BatchChain chain, Instant now) {
        boolean moved = chain.lastSeq() > before.haveSeq();
        Set<UUID> ids =
                chain.links().stream()
                        .map(link -> link.entry().eventId())
                        .collect(Collectors.toSet());
        return new UploadAnswer.Ack(
                moved ? chain.lastSeq() : before.haveSeq(),
                moved ? chain.hashAt(chain.lastSeq()) : before.haveHash(),
                before.safeSeq(),
                tables.quarantined(ids),
                now,
                UploadBatch.MAX_EVENTS,
                0);
    }
}
