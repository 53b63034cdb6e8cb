package kmmotos.desktop.neighbours;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.desktop.sync.Reply;
import kmmotos.desktop.sync.SyncProgress;
import kmmotos.desktop.sync.SyncServer;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import org.jspecify.annotations.Nullable;

/// The till's way to its server: its own, and for what goes up a neighbour's if its own is cut.
final class Relay implements SyncServer {
    /// While a neighbour carries, the own way is tried again after so long.
    private static final Duration OWN_WAY_AGAIN = Duration.ofSeconds(30);

    private final SyncServer own;
    private final Function<UploadBatch, Optional<Carried>> neighbours;
    private final Clock clock;
    private volatile @Nullable Carried last;
    private Instant ownWayAgain = Instant.EPOCH;

    /// A server's answer that came through a neighbour.
    record Carried(Till by, UploadAnswer answer) {}

    Relay(SyncServer own, Function<UploadBatch, Optional<Carried>> neighbours, Clock clock) {
        this.own = own;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /// Who carried the last upload, if it did not go the own way.
    Optional<Till> by() {
        return Optional.ofNullable(last).map(Carried::by);
    }

    @Override
    public Reply<UploadAnswer> upload(UploadBatch batch) {
        if (clock.instant().isBefore(ownWayAgain)) {
            Optional<Carried> carried = neighbours.apply(batch);
            if (carried.isPresent()) {
                return new Reply.Answered<>(carried.get().answer());
            }
        }
        Reply<UploadAnswer> reply = own.upload(batch);
        return isCut(reply) ? carried(batch, reply) : direct(reply);
    }

    private static boolean isCut(Reply<UploadAnswer> reply) {
        return reply instanceof Reply.Unreachable<UploadAnswer>
                || reply instanceof Reply.NotOurServer<UploadAnswer>;
    }

    private Reply<UploadAnswer> direct(Reply<UploadAnswer> reply) {
        last = null;
        ownWayAgain = Instant.EPOCH;
        return reply;
    }

    private Reply<UploadAnswer> carried(UploadBatch batch, Reply<UploadAnswer> failed) {
        Optional<Carried> carried = neighbours.apply(batch);
        last = carried.orElse(null);
        ownWayAgain = carried.isPresent() ? clock.instant().plus(OWN_WAY_AGAIN) : Instant.EPOCH;
        return carried.<Reply<UploadAnswer>>map(done -> new Reply.Answered<>(done.answer()))
                .orElse(failed);
    }

    @Override
    public Reply<FeedPage> feed(Cursor cursor, Duration wait) {
        return own.feed(cursor, wait);
    }

    @Override
    public Reply<Long> snapshot(UUID incarnation, OutputStream into, SyncProgress progress)
            throws IOException {
        return own.snapshot(incarnation, into, progress);
    }

    @Override
    public Reply<StateDigest> digest(UUID incarnation) {
        return own.digest(incarnation);
    }

    @Override
    public Reply<PriceList> priceList(String id) {
        return own.priceList(id);
    }
}
