package kmmotos.desktop.neighbours;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kmmotos.desktop.journal.Journal;
import kmmotos.desktop.sync.Batches;
import kmmotos.desktop.sync.Carrier;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.desktop.sync.JournalPoint;
import kmmotos.desktop.sync.Program;
import kmmotos.desktop.sync.SyncLoop;
import kmmotos.desktop.sync.SyncServer;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.desktop.sync.TillRecords;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The other tills of the shop. There is no first among them: each finds the others, keeps what
/// they write, and carries for whoever has no way to the server. None of it ever stands in the way
/// of a sale.
public final class Neighbours implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

    private final NeighbourSettings settings;
    private final TillRecords records;
    private final Till self;
    private final DeviceKey key;
    private final Program program;
    private final Roster roster;
    private final Addresses addresses;
    private final NeighbourEngine engine;
    private final Map<DeviceId, Neighbour> all = new LinkedHashMap<>();
    private @Nullable Open open;
    private boolean isStarted;

    /// A parked sale at another till.
    public record Parked(Till at, JsonNode sale) {}

    private record Neighbour(Mirroring mirroring, SyncLoop loop) {
        void close() {
            loop.stop();
            mirroring.line().close();
            loop.close();
        }
    }

    /// What is open once this till's own key was told by head office.
    private record Open(ShopTls tls, Door door, @Nullable Beacon beacon, SyncLoop bringing) {
        void close() {
            if (beacon != null) {
                beacon.close();
            }
            door.close();
            bringing.stop();
            bringing.close();
        }
    }

    public Neighbours(
            NeighbourSettings settings,
            TillRecords records,
            DeviceKey key,
            Program program,
            Shelf shelf) {
        this.settings = settings;
        this.records = records;
        this.key = key;
        this.program = program;
        this.self = records.engine().ports().till();
        this.roster =
                new Roster(
                        self.deviceId(),
                        () -> records.database().read(records.stores().shops()::tills));
        this.addresses = new Addresses(settings);
        this.engine = new NeighbourEngine(records.engine(), shelf, NeighbourEngine::isSigned);
    }

    /// The till's way to the server with the neighbours' ways added.
    ///
    /// @param own the till's own way
    /// @param carrier takes anybody's batch that way
    /// @param status how the sync stands
    public synchronized SyncServer through(
            SyncServer own, Carrier carrier, Supplier<SyncStatus> status) {
        return settings.isOn() ? engine.through(own, carrier, status, this::connectedLines) : own;
    }

    public synchronized void start() {
        if (settings.isOn() && !isStarted) {
            isStarted = engine.open();
            refresh();
        }
    }

    /// Head office told of a till: there may be a new neighbour, or one less.
    public synchronized void refresh() {
        if (!isStarted) {
            return;
        }
        roster.refresh();
        if (open == null) {
            roster.self().filter(own -> !own.isRevoked()).ifPresent(this::open);
        }
        Open now = open;
        if (now != null) {
            leaveRevoked();
            roster.neighbours()
                    .forEach(till -> all.computeIfAbsent(till.device(), _ -> meet(now, till)));
        }
    }

    private void open(KnownTill own) {
        try {
            ShopTls tls = ShopTls.of(key.privateKey(), own, roster);
            Door door =
                    Door.open(
                            tls,
                            settings.isLoopbackOnly()
                                    ? InetAddress.getLoopbackAddress()
                                    : InetAddress.getByName("0.0.0.0"),
                            settings.port(),
                            roster,
                            engine::answer);
            SyncLoop bringing = new SyncLoop("neighbour-bringing", engine.bringing());
            bringing.start();
            open = new Open(tls, door, beacon(door), bringing);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("this till does without neighbours", e);
        }
    }

    private @Nullable Beacon beacon(Door door) {
        if (settings.port() == 0) {
            return null;
        }
        try {
            return Beacon.start(
                    settings,
                    self.deviceId(),
                    door.port(),
                    (device, at) -> {
                        if (roster.isNeighbour(device)) {
                            addresses.heard(device, at);
                        }
                    });
        } catch (IOException e) {
            LOG.warn("this till can't call out: only fixed addresses are tried", e);
            return null;
        }
    }

    private Neighbour meet(Open now, KnownTill till) {
        NeighbourLine line = new TlsLine(till, now.tls(), roster, addresses);
        Batches batches = new Batches(records.engine(), key, program);
        Mirroring mirroring = engine.mirroring(line, batches);
        SyncLoop loop = new SyncLoop("neighbour-" + till.till().number(), mirroring);
        loop.start();
        return new Neighbour(mirroring, loop);
    }

    private void leaveRevoked() {
        List<DeviceId> gone =
                all.keySet().stream().filter(device -> !roster.isNeighbour(device)).toList();
        for (DeviceId device : gone) {
            Neighbour left = all.remove(device);
            if (left != null) {
                left.close();
            }
        }
    }

    /// A fact was recorded, or a sale was parked or taken up again.
    public void wake() {
        neighbours().forEach(neighbour -> neighbour.loop().wake());
    }

    /// What is parked at this till is not what it was.
    public void parkedChanged() {
        engine.parked().changed();
        wake();
    }

    private synchronized List<Neighbour> neighbours() {
        return List.copyOf(all.values());
    }

    private List<Mirroring> connected() {
        return neighbours().stream()
                .map(Neighbour::mirroring)
                .filter(Mirroring::isConnected)
                .toList();
    }

    private List<NeighbourLine> connectedLines() {
        return connected().stream().map(Mirroring::line).toList();
    }

    /// What the shop's other tills told whose text holds this, a number or an id, as far as it is
    /// kept here. It is read from disk.
    public Stream<Event> events(String text) {
        return engine.events(text);
    }

    /// What the connected tills show of their parked sales.
    public List<Parked> parked() {
        return engine.parked()
                .of(connected().stream().map(each -> each.line().neighbour().till()).toList());
    }

    /// Takes a parked sale from the till that has it; empty if that one gave it away already.
    ///
    /// @param keep makes the sale safe here, before the other till forgets it
    /// @throws NeighbourUnreachable if that till does not answer: then the sale is still there, or
    ///   it is this till's and comes when it is asked for again
    public Optional<JsonNode> take(DeviceId from, UUID id, Consumer<JsonNode> keep) {
        NeighbourLine line =
                connectedLines().stream()
                        .filter(each -> each.neighbour().device().equals(from))
                        .findFirst()
                        .orElseThrow(() ->
                                new NeighbourUnreachable("not connected", new IOException("gone")));
        Optional<JsonNode> sale = line.ask(new Ask.Take(id), Answer.Given.class).parked();
        sale.ifPresent(given -> {
            keep.accept(given);
            line.ask(new Ask.Took(id), Answer.Done.class);
        });
        return sale;
    }

    public List<NeighbourStatus> status() {
        return neighbours().stream().map(Neighbour::mirroring).map(this::status).toList();
    }

    private NeighbourStatus status(Mirroring mirroring) {
        long kept = mirroring.kept().map(JournalPoint::seq).orElse(0L);
        return new NeighbourStatus(
                mirroring.line().neighbour().till(),
                mirroring.isConnected(),
                kept,
                receipt(kept),
                mirroring.problem());
    }

    private Optional<ReceiptNumber> receipt(long seq) {
        Journal journal = records.journal();
        if (seq < journal.firstSeq() || seq > journal.endSeq()) {
            return Optional.empty();
        }
        long number = journal.read(seq, 1, 1).getFirst().counter();
        return number == 0
                ? Optional.empty()
                : Optional.of(
                        new ReceiptNumber(self.storeId(), self.number(), journal.series(), number));
    }

    /// The neighbour through which the last upload went, if it did not go the till's own way.
    public Optional<Till> carrier() {
        return engine.carrier();
    }

    /// Where this till listens; 0 while it does not.
    public synchronized int port() {
        return open == null ? 0 : open.door().port();
    }

    @Override
    public void close() {
        leave().forEach(Neighbour::close);
        Open last = open;
        if (last != null) {
            last.close();
        }
        engine.close();
    }

    private synchronized List<Neighbour> leave() {
        isStarted = false;
        List<Neighbour> met = neighbours();
        all.clear();
        return met;
    }
}
