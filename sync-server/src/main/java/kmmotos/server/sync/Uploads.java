package kmmotos.server.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Problem;
import kmmotos.server.storage.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in the tills' journals, each event once, whatever the network does.
///
/// One transaction takes in the batches of many tills, in a handful of set-based statements. A till
/// hears of it only after the commit; when the answer is lost it sends the same batch again, and
/// finds it there. If the transaction fails, nothing of it remains, and each till's batch gets one
/// of its own; if that fails too, it is tried event by event, so that one bad event costs only
/// itself.
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final ServerStore store;

    public Uploads(ServerStore store) {
        this.store = store;
    }

    /// @throws kmmotos.server.http.Refusal if the till is revoked or the batch's numbers don't run
    ///   on
    public UploadAnswer accept(Till till, UploadBatch batch, Instant now) {
        return accept(Upload.of(till, batch), now).answered();
    }

    Outcome accept(Upload upload, Instant now) {
        try {
            return take(List.of(upload), now, false).getFirst();
        } catch (DataRefused e) {
            LOG.warn("a batch of till {} fails as a whole, trying each event", upload.till(), e);
            return take(List.of(upload), now, true).getFirst();
        }
    }

    /// Takes in the batches of several tills, one of each, in one transaction. When it throws,
    /// nothing of it remains, and each is to be tried alone.
    ///
    /// @return what came of each, in their order
    public List<Outcome> acceptTogether(List<Upload> uploads, Instant now) {
        Set<UUID> devices =
                uploads.stream().map(one -> one.device().value()).collect(Collectors.toSet());
        if (devices.size() < uploads.size()) {
            throw new IllegalArgumentException("a till has one upload under way");
        }
        return take(uploads, now, false);
    }

    private List<Outcome> take(List<Upload> uploads, Instant now, boolean oneByOne) {
        return store.inTransaction(
                caller(uploads), tables -> new Intake(tables, now, oneByOne).take(uploads));
    }

    private static Caller caller(List<Upload> uploads) {
        if (uploads.size() == 1) {
            Till till = uploads.getFirst().till();
            return new Caller.Device(till.deviceId(), till.storeId());
        }
        return new Caller.Devices(
                uploads.stream().map(one -> one.till().storeId()).collect(Collectors.toSet()));
    }

    /// Tries the effects of an event on the work list again; answers why they still fail, if so.
    public Optional<String> retry(UUID exceptionId, UUID by, Instant now) {
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
        Till till = tables.till(waiting.device());
        tables.apply(List.of(new NewEvent(till, waiting.entry(), event)), news);
        tables.solve(exceptionId, by, now);
        news.add(Scope.device(waiting.device()), new Policy.ExceptionSolved(waiting.eventId()));
        tables.publish(news);
        return Optional.empty();
    }
}
