package kmmotos.simulation.till;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kmmotos.desktop.neighbours.Answer;
import kmmotos.desktop.neighbours.Ask;
import kmmotos.desktop.neighbours.KnownTill;
import kmmotos.desktop.neighbours.NeighbourEngine;
import kmmotos.desktop.neighbours.NeighbourLine;
import kmmotos.desktop.neighbours.Shelf;
import kmmotos.desktop.sync.Batches;
import kmmotos.desktop.sync.SyncServer;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.model.stores.DeviceId;
import kmmotos.simulation.network.FaultyLine;
import kmmotos.simulation.network.ShopLine;
import kmmotos.simulation.network.ShopNetwork;

/// What a running till does with the other tills of its shop.
final class ShopLife {

    /// Nobody parks a sale in a simulated shop.
    private static final Shelf EMPTY =
            new Shelf() {
                @Override
                public List<JsonNode> shown() {
                    return List.of();
                }

                @Override
                public Optional<JsonNode> handOut(UUID id, DeviceId to) {
                    return Optional.empty();
                }

                @Override
                public void taken(UUID id, DeviceId by) {
                    throw new IllegalStateException("nothing was handed out");
                }
            };

    private final NeighbourEngine engine;
    private final List<? extends NeighbourLine> lines;
    private final List<Round> mirroring = new ArrayList<>();

    ShopLife(TillEngine till, List<? extends NeighbourLine> lines) {
        this.engine = new NeighbourEngine(till, EMPTY, (_, _) -> true);
        this.lines = lines;
    }

    /// A till's ways to the others of its shop.
    static List<ShopLine> lines(World world, SimulatedTill self, RandomGenerator random) {
        ShopNetwork network = world.shop();
        KnownTill known = network.known(self.till().deviceId());
        ShopLine.Caller caller = new ShopLine.Caller(known, self.points(), random);
        FaultyLine.Weather weather = world.shopWeather().apply(self);
        return network.neighbours(self.till()).stream()
                .map(other -> new ShopLine(caller, other, network, world.agenda(), weather))
                .toList();
    }

    SyncServer through(World.Ways own, Supplier<SyncStatus> status) {
        return engine.through(own.line(), own.carrier(), status, this::connected);
    }

    private List<NeighbourLine> connected() {
        return lines.stream()
                .<NeighbourLine>map(line -> line)
                .filter(NeighbourLine::isOpen)
                .toList();
    }

    /// @param batches this till's, anew for each neighbour
    void start(Supplier<Batches> batches, Supplier<Round> rounds) {
        if (lines.isEmpty() || !engine.open()) {
            return;
        }
        for (NeighbourLine line : lines) {
            Round round = rounds.get();
            mirroring.add(round);
            round.begin(engine.mirroring(line, batches.get()), Duration.ZERO);
        }
        rounds.get().begin(engine.bringing(), Duration.ofSeconds(2));
    }

    void wake() {
        mirroring.forEach(round -> round.in(Duration.ZERO));
    }

    Answer answer(KnownTill visitor, Ask ask) {
        return engine.answer(visitor, ask);
    }
}
