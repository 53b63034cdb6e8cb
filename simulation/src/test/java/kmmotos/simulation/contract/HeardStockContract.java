package kmmotos.simulation.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.stores.Stores;
import kmmotos.simulation.till.SimulatedTables;
import kmmotos.simulation.time.Agenda;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a till hears from the others of its shop counts until the server tells it, once, whichever
/// tables it is kept in.
abstract class HeardStockContract {

    private static final StoreId STORE = new StoreId("S1");
    private static final Sku PADS = Goods.SKUS.getFirst();
    private static final Sku CHAIN = Goods.SKUS.get(1);
    private static final Instant NOW = Agenda.BEGIN;
    private static final DeviceId NEIGHBOUR = new DeviceId(new UUID(7, 7));
    private static final UUID JOURNAL = new UUID(1, 1);
    private static final UUID NEW_JOURNAL = new UUID(1, 2);

    private SimulatedTables tables;

    abstract Stores stores();

    @BeforeEach
    void open() {
        tables = stores().till(new CrashPoints());
        tables.boot();
    }

    @AfterEach
    void close() {
        stores().endRun();
    }

    @Test
    void aNeighboursFactCountsUntilTheMarkOfItsJournalReachesIt() {
        hear(JOURNAL, 0, received(1, PADS, 3), received(2, PADS, 4));
        assertThat(heard()).isEqualTo(Map.of(PADS, Quantity.of(7)));

        mark(JOURNAL, 1);
        assertThat(heard()).isEqualTo(Map.of(PADS, Quantity.of(4)));

        mark(JOURNAL, 2);
        assertThat(heard()).isEmpty();
    }

    @Test
    void aFactHeardTwiceCountsOnce() {
        hear(JOURNAL, 0, received(1, PADS, 3));
        hear(JOURNAL, 0, received(1, PADS, 3), received(2, CHAIN, 1));

        assertThat(heard()).isEqualTo(Map.of(PADS, Quantity.of(3), CHAIN, Quantity.of(1)));
        Long heardTo = tables.read(known -> known.heardTo(JOURNAL));
        assertThat(heardTo).isEqualTo(2);
    }

    @Test
    void whatTheServerToldBeforeItWasHeardIsPassedOver() {
        mark(JOURNAL, 2);

        hear(JOURNAL, 0, received(1, PADS, 3), received(2, PADS, 4), received(3, PADS, 5));

        assertThat(heard()).isEqualTo(Map.of(PADS, Quantity.of(5)));
    }

    @Test
    void oneItemThatTheServerToldLeavesTheOthersOfTheSameFact() {
        hear(JOURNAL, 0, received(1, Map.of(PADS, 3, CHAIN, 2)));

        tell(PADS, 3, JOURNAL, 1);

        assertThat(heard()).isEqualTo(Map.of(CHAIN, Quantity.of(2)));
    }

    @Test
    void anItemToldBeforeItWasHeardIsPassedOverAlone() {
        tell(PADS, 3, JOURNAL, 1);

        hear(JOURNAL, 0, received(1, Map.of(PADS, 3, CHAIN, 2)));

        assertThat(heard()).isEqualTo(Map.of(CHAIN, Quantity.of(2)));
    }

    @Test
    void aFactThatIsToldAgainInANewJournalCountsOnceAndGoesByEitherPlace() {
        hear(JOURNAL, 0, received(1, PADS, 3), received(2, CHAIN, 1));
        hear(NEW_JOURNAL, 2, received(1, PADS, 3), received(2, CHAIN, 1));
        assertThat(heard()).isEqualTo(Map.of(PADS, Quantity.of(3), CHAIN, Quantity.of(1)));

        mark(JOURNAL, 1);
        assertThat(heard()).isEqualTo(Map.of(CHAIN, Quantity.of(1)));

        mark(NEW_JOURNAL, 2);
        assertThat(heard()).isEmpty();
    }

    @Test
    void whatANewJournalRepeatsAndWasNeverHeardIsPassedOver() {
        hear(NEW_JOURNAL, 1, received(1, PADS, 3), received(2, CHAIN, 1));

        assertThat(heard()).isEqualTo(Map.of(CHAIN, Quantity.of(1)));
    }

    private Map<Sku, Quantity> heard() {
        return tables.state().heard();
    }

    private void hear(UUID journal, long retold, JournalEntry... entries) {
        tables.write(to ->
                to.heard(
                        new StockStore.Heard(
                                NEIGHBOUR, journal, retold, Stream.of(entries).toList())));
    }

    private void mark(UUID journal, long seq) {
        update(new Policy.StockSeen(STORE, List.of(new JournalMark(NEIGHBOUR, journal, seq))));
    }

    /// One of several items of an upload: it has no mark yet.
    private void tell(Sku sku, int change, UUID journal, long seq) {
        update(
                new Policy.StockChanged(
                        STORE,
                        sku,
                        Quantity.of(change),
                        NEIGHBOUR,
                        seq,
                        Optional.empty(),
                        Optional.of(journal)));
    }

    private void update(Policy told) {
        tables.write((SyncTables to) -> to.update(List.of(told), NOW));
    }

    private static JournalEntry received(long seq, Sku sku, int quantity) {
        return received(seq, Map.of(sku, quantity));
    }

    /// The same event at each place with this number.
    private static JournalEntry received(long seq, Map<Sku, Integer> goods) {
        List<StockReceipt.Line> lines =
                goods.entrySet().stream()
                        .map(line ->
                                new StockReceipt.Line(line.getKey(), Quantity.of(line.getValue())))
                        .toList();
        UUID id = new UUID(9, seq);
        return JournalEntry.of(
                id, seq, NOW, new Event.StockReceived(new StockReceipt(id, STORE, "", lines)));
    }
}
