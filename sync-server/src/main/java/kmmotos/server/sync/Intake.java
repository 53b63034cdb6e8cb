package kmmotos.server.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadAnswer.Quarantined;
import kmmotos.model.sync.UploadBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens within the transaction that takes uploads in: lock the tills, see where each batch
/// stands in its chain, store the new events, move the positions, let the effects follow, publish.
/// Each step is done for all uploads at once.
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /// As many as a till keeps.
    private static final int MAX_NAMED = 1_000;

    private final SyncTables tables;
    private final Instant now;
    private final boolean oneByOne;

    /// @param oneByOne whether each event's effects are tried for themselves
    Intake(SyncTables tables, Instant now, boolean oneByOne) {
        this.tables = tables;
        this.now = now;
        this.oneByOne = oneByOne;
    }

    /// An upload whose chain goes on from what is stored.
    private record Fitting(Upload upload, JournalStream before, List<Arrived> fresh) {}

    /// @param uploads of as many tills, one of each
    /// @return what came of each, in their order
    List<Outcome> take(List<Upload> uploads) {
        IdentityHashMap<Upload, Outcome> outcomes = new IdentityHashMap<>();
        List<Fitting> fitting = fitting(uploads, outcomes);
        List<Arrived> fresh = fitting.stream().flatMap(fit -> fit.fresh().stream()).toList();
        News news = new News();
        if (!fresh.isEmpty()) {
            tables.addEntries(fresh);
            tables.move(
                    fitting.stream()
                            .map(Fitting::fresh)
                            .filter(entries -> !entries.isEmpty())
                            .map(List::getLast)
                            .toList(),
                    now);
            takeIn(fresh, news);
        }
        tables.noteUploads(fitting.stream().map(Fitting::upload).toList(), now);
        tables.publish(news);
        acknowledge(fitting, outcomes);
        return uploads.stream().map(outcomes::get).toList();
    }

    private List<Fitting> fitting(List<Upload> uploads, IdentityHashMap<Upload, Outcome> outcomes) {
        Set<DeviceId> revoked = tables.lock(uploads.stream().map(Upload::device).toList());
        List<JournalStream> streams = tables.streams(uploads);
        List<Fitting> fitting = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            Upload upload = uploads.get(i);
            JournalStream stream = streams.get(i);
            if (revoked.contains(upload.device()) && !upload.admitted()) {
                outcomes.put(upload, new Outcome.Refused(DeviceAuthentication.revoked()));
                continue;
            }
            rejected(upload, stream)
                    .ifPresentOrElse(
                            answer -> outcomes.put(upload, new Outcome.Answered(answer)),
                            () ->
                                    fitting.add(
                                            new Fitting(
                                                    upload,
                                                    stream,
                                                    upload.after(stream.haveSeq()))));
        }
        return fitting;
    }

    private Optional<UploadAnswer> rejected(Upload upload, JournalStream stream) {
        if (upload.chain().fromSeq() > stream.haveSeq() + 1) {
            return Optional.of(new UploadAnswer.Gap(stream.haveSeq(), stream.haveHash()));
        }
        if (!continues(upload, stream)) {
            LOG.warn("the journal of till {} forks at {}", upload.till(), stream.haveSeq());
            return Optional.of(new UploadAnswer.Fork(stream.haveSeq()));
        }
        return Optional.empty();
    }

    /// Whether the batch's chain is the stored one as far as they overlap.
    private boolean continues(Upload upload, JournalStream stream) {
        BatchChain chain = upload.chain();
        long overlap = Math.min(stream.haveSeq(), chain.lastSeq());
        return hashAt(upload, stream, chain.fromSeq() - 1).equals(Optional.of(chain.prevHash()))
                && (overlap < chain.fromSeq()
                        || hashAt(upload, stream, overlap)
                                .equals(Optional.of(chain.hashAt(overlap))));
    }

    private Optional<String> hashAt(Upload upload, JournalStream stream, long seq) {
        return seq == stream.haveSeq()
                ? Optional.of(stream.haveHash())
                : tables.hashAt(upload.device(), stream.incarnation(), seq);
    }

    private void takeIn(List<Arrived> fresh, News news) {
        List<Arrived> distinct = distinct(fresh);
        Set<UUID> stored = tables.addEvents(distinct, now);
        List<Arrived> known =
                distinct.stream().filter(arrived -> !stored.contains(arrived.eventId())).toList();
        quarantineOtherBytes(known);
        List<NewEvent> understood =
                distinct.stream()
                        .filter(arrived -> stored.contains(arrived.eventId()))
                        .flatMap(arrived -> understand(arrived).stream())
                        .toList();
        if (oneByOne) {
            understood.forEach(event -> applyAlone(event, news));
        } else if (!understood.isEmpty()) {
            tables.apply(understood, news);
        }
        if (!known.isEmpty()) {
            tables.placedAgain(known, news);
        }
    }

    /// The entries, each event once; a second one with other bytes goes to the work list.
    private List<Arrived> distinct(List<Arrived> entries) {
        Map<UUID, Arrived> first = new LinkedHashMap<>();
        for (Arrived arrived : entries) {
            Arrived before = first.putIfAbsent(arrived.eventId(), arrived);
            if (before != null && !isSame(before, arrived)) {
                raiseOtherBytes(arrived);
            }
        }
        return new ArrayList<>(first.values());
    }

    /// What one store told is no other store's fact, even if it is the same.
    private static boolean isSame(Arrived one, Arrived other) {
        return one.till().storeId().equals(other.till().storeId())
                && one.factHash().equals(other.factHash());
    }

    private void quarantineOtherBytes(List<Arrived> known) {
        if (known.isEmpty()) {
            return;
        }
        Map<UUID, String> hashes = tables.hashes(known);
        known.stream()
                .filter(arrived -> !arrived.factHash().equals(hashes.get(arrived.eventId())))
                .forEach(this::raiseOtherBytes);
    }

    private void raiseOtherBytes(Arrived arrived) {
        LOG.error(
                "till {} sent event {} again with other bytes", arrived.till(), arrived.eventId());
        raise(
                arrived,
                "other_bytes",
                "This event came before with another content. The first one counts. Somebody may"
                        + " have altered the till's journal.");
    }

    private void raiseMissing(Arrived arrived, Event.FactsMissing missing) {
        LOG.error("till {} no longer keeps what this server lost: {}", arrived.till(), missing);
        raise(
                arrived,
                "facts_missing",
                ("This server was set back to an old backup and lost the entries %d to %d of the"
                                + " till's journal %s. The till had been told that they were safe"
                                + " and does not keep them any more. Look for them in a newer"
                                + " backup or in the second copy of the till's journal.")
                        .formatted(missing.fromSeq(), missing.toSeq(), missing.incarnation()));
    }

    private void raiseDiffered(Arrived arrived, List<String> types) {
        LOG.error("the tables of till {} differed from the server's: {}", arrived.till(), types);
        raise(
                arrived,
                "state_differed",
                ("The till showed something else than this server would have told it (%s). It has"
                                + " taken everything anew. If it happens again, its disk or a"
                                + " program is at fault.")
                        .formatted(String.join(", ", types)));
    }

    /// The entry's event, if this server knows its type and version.
    private Optional<NewEvent> understand(Arrived arrived) {
        return switch (arrived.link().reading()) {
            case JournalEntry.Reading.Known(Event event) -> {
                if (event instanceof Event.FactsMissing missing) {
                    raiseMissing(arrived, missing);
                }
                if (event instanceof Event.StateDiffered(List<String> types)) {
                    raiseDiffered(arrived, types);
                }
                yield Optional.of(new NewEvent(arrived.till(), arrived.entry(), event));
            }
            case JournalEntry.Reading.UnknownType unknown -> {
                raise(
                        arrived,
                        "unknown_type",
                        "This server does not know \"%s\" version %d yet. Update the server, then try again."
                                .formatted(unknown.type(), unknown.version()));
                yield Optional.empty();
            }
            case JournalEntry.Reading.Malformed malformed -> {
                raise(
                        arrived,
                        "malformed",
                        "The event's content can't be read: " + malformed.why());
                yield Optional.empty();
            }
        };
    }

    private void applyAlone(NewEvent event, News news) {
        News own = new News();
        Optional<String> failure = tables.attempt(() -> tables.apply(List.of(event), own));
        if (failure.isEmpty()) {
            news.addAll(own);
            return;
        }
        LOG.error("the effects of event {} fail: {}", event.entry().eventId(), failure.get());
        raise(
                event.till(),
                event.entry(),
                "effect_failed",
                "The event is stored, but what follows from it could not be booked: "
                        + failure.get());
    }

    private void raise(Arrived arrived, String code, String cause) {
        raise(arrived.till(), arrived.entry(), code, cause);
    }

    private void raise(Till till, JournalEntry entry, String code, String cause) {
        tables.raise(till, entry, code, cause, now);
    }

    private void acknowledge(List<Fitting> fitting, IdentityHashMap<Upload, Outcome> outcomes) {
        Set<UUID> ids =
                fitting.stream()
                        .flatMap(fit -> fit.upload().batch().events().stream())
                        .map(JournalEntry::eventId)
                        .collect(Collectors.toSet());
        var quarantined = tables.quarantined(ids);
        for (Fitting fit : fitting) {
            Till till = fit.upload().till();
            outcomes.put(
                    fit.upload(),
                    new Outcome.Answered(
                            acknowledged(
                                    fit,
                                    waiting(
                                            fit,
                                            quarantined.getOrDefault(till.storeId(), List.of())))));
        }
    }

    /// Which facts wait among those that the acknowledgement speaks of. The server may have more
    /// than the batch holds: an answer was lost, and the till sent less the next time.
    private List<Quarantined> waiting(Fitting fit, List<Quarantined> ofTheStore) {
        BatchChain chain = fit.upload().chain();
        Set<UUID> own =
                chain.links().stream()
                        .map(link -> link.entry().eventId())
                        .collect(Collectors.toSet());
        Stream<Quarantined> inTheBatch =
                ofTheStore.stream().filter(one -> own.contains(one.eventId()));
        return chain.lastSeq() >= fit.before().haveSeq()
                ? inTheBatch.toList()
                : Stream.concat(
                                inTheBatch,
                                tables.quarantined(fit.upload().device(), MAX_NAMED).stream())
                        .distinct()
                        .toList();
    }

    private UploadAnswer acknowledged(Fitting fit, List<Quarantined> waiting) {
        BatchChain chain = fit.upload().chain();
        JournalStream before = fit.before();
        boolean moved = chain.lastSeq() > before.haveSeq();
        return new UploadAnswer.Ack(
                moved ? chain.lastSeq() : before.haveSeq(),
                moved ? chain.hashAt(chain.lastSeq()) : before.haveHash(),
                before.safeSeq(),
                waiting,
                now,
                UploadBatch.MAX_EVENTS,
                0);
    }
}
