package kmmotos.simulation.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.http.Problem;
import kmmotos.server.leases.Leases;
import kmmotos.server.sync.Downloads;
import kmmotos.server.sync.Snapshots;
import kmmotos.server.sync.Uploads;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.server.ServerState.StreamKey;

/// The real sync engine of the server with its backups, on memory or on a real database.
public final class SimulatedServer {

    private static final Duration ONE_REQUEST = Duration.ofSeconds(2);

    private record Backup(long version, Map<StreamKey, Long> have) {}

    private final ServerSide side;
    private final CrashPoints points;
    private final Clock clock;
    private final RandomGenerator random;
    private final Downloads downloads;
    private final Snapshots snapshots;
    private final WebShop shop;
    private final HeadOffice office;
    private final Deque<Backup> unverified = new ArrayDeque<>();
    private long verifiedVersion;
    private boolean hasLost;
    private Instant awayUntil = Instant.EPOCH;
    private Instant crowdedUntil = Instant.EPOCH;
    private Instant busyUntil = Instant.EPOCH;

    /// @param side where it keeps what it knows; the shops and tills are in it already
    /// @param points where the side stops
    public SimulatedServer(
            ServerSide side, CrashPoints points, Clock clock, RandomGenerator random) {
        this.side = side;
        this.points = points;
        this.clock = clock;
        this.random = random;
        this.downloads = new Downloads(side.store());
        this.snapshots = new Snapshots(side.store());
        this.shop = new WebShop(side, clock, random);
        this.office = new HeadOffice(side, clock, random);
        verifiedVersion = side.version();
        side.forgetBefore(verifiedVersion);
    }

    public UploadAnswer upload(Till till, UploadBatch batch) {
        return side.uploads().accept(till, batch, clock.instant());
    }

    public FeedPage feed(Till till, Cursor cursor) {
        return downloads.page(till, downloads.contact(till, clock.instant()), cursor);
    }

    public void snapshot(Till till, UUID incarnation, OutputStream out) {
        try (out) {
            long _ = snapshots.write(till, Set.of(), Optional.of(incarnation), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StateDigest digest(Till till, UUID incarnation) {
        return snapshots.digest(till, incarnation);
    }

    public LeaseAnswer lease(Till till, LeaseRequest request) {
        return atLeases(till, leases -> leases.grant(till, request, clock.instant()));
    }

    public LeaseAnswer.Standing renewLeases(Till till) {
        return atLeases(till, leases -> leases.standing(till, clock.instant()));
    }

    private <T> T atLeases(Till till, Function<Leases, T> work) {
        return side.onLeases(
                till,
                tables ->
                        work.apply(
                                new Leases(
                                        tables,
                                        () -> new UUID(random.nextLong(), random.nextLong()))));
    }

    /// @throws kmmotos.server.http.Refusal if there is no such card
    public CardBalance giftCard(Till till, UUID card) {
        return side.onLeases(till, tables -> tables.card(card))
                .orElseThrow(() -> Problem.of(404, "unknown_card", "No such gift card.").refusal());
    }

    /// It is away, and then has too much to do for a while.
    public void goAway(Instant until, Duration crowded) {
        awayUntil = until;
        crowdedUntil = until.plus(crowded);
    }

    public boolean isAway() {
        return clock.instant().isBefore(awayUntil);
    }

    /// While everybody comes at once it takes one request in some seconds and sends the others
    /// away.
    public boolean isCrowded() {
        Instant now = clock.instant();
        if (now.isAfter(crowdedUntil) || !now.isBefore(busyUntil)) {
            busyUntil = now.plus(ONE_REQUEST);
            return false;
        }
        return true;
    }

    public void beThere() {
        awayUntil = Instant.EPOCH;
        crowdedUntil = Instant.EPOCH;
    }

    /// People look at the work list, open the store that is missing, and try again.
    public void repair(Store missing) {
        List<UUID> waiting =
                side.state().raised.values().stream()
                        .filter(SimulatedServer::isToBeRepaired)
                        .sorted(Comparator.comparing(raised -> raised.entry().eventId()))
                        .map(ServerState.Raised::exceptionId)
                        .toList();
        if (waiting.isEmpty()) {
            return;
        }
        office.open(missing);
        Uploads repairing = new Uploads(side.store());
        for (UUID raised : waiting) {
            Optional<String> _ = repairing.retry(raised, HeadOffice.PERSON, clock.instant());
        }
    }

    private static boolean isToBeRepaired(ServerState.Raised raised) {
        return !raised.solved() && raised.code().equals("effect_failed");
    }

    /// Begins a backup of what is committed now.
    public void backUp() {
        Map<StreamKey, Long> have = new TreeMap<>();
        side.state()
                .streams
                .rows()
                .forEach((key, stream) -> have.put(key, stream.position().haveSeq()));
        unverified.addLast(new Backup(side.version(), have));
    }

    /// The oldest backup under way is whole and was read back: what it holds may be pruned.
    public void verifyBackup() {
        if (points.isDown() || unverified.isEmpty()) {
            return;
        }
        Backup backup = unverified.removeFirst();
        side.callSafe(backup.have());
        verifiedVersion = backup.version();
        side.forgetBefore(verifiedVersion);
    }

    /// Head office sets the server back to its newest verified backup, or to a point after it.
    public void restore(RandomGenerator random) {
        long lost = side.version() - verifiedVersion;
        loseTail(random.nextLong(lost + 1));
    }

    /// The newest transactions are gone: a standby that had not got them took over.
    public void loseTail(long transactions) {
        long version = Math.max(verifiedVersion, side.version() - transactions);
        hasLost = hasLost || version < side.version();
        side.setBackTo(version);
        unverified.removeIf(backup -> backup.version() > version);
    }

    /// Whether it ever lost what it had said.
    public boolean hasLost() {
        return hasLost;
    }

    public ServerState state() {
        return side.state();
    }

    public CrashPoints points() {
        return points;
    }

    public WebShop shop() {
        return shop;
    }

    public HeadOffice office() {
        return office;
    }

    /// @throws kmmotos.server.http.Refusal if no such list was published, or none any more
    public PriceList priceList(String id) {
        return side.priceList(id)
                .orElseThrow(() -> Problem.notFound("No such price list.").refusal());
    }

    public ServerSide side() {
        return side;
    }

    /// How long before orders that nobody fetches are given up.
    public static final Duration ORDER_KEPT = Duration.ofDays(3);
}
