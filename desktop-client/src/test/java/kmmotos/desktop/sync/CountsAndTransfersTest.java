package kmmotos.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillStock;
import kmmotos.desktop.TillTransfers;
import kmmotos.desktop.stock.StockBook.Counted;
import kmmotos.desktop.stock.TransferBook.Incoming;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts and transfers at a whole till that talks to a server: what it records, what it shows.
class CountsAndTransfersTest {

    private static final Sku PAD = Rung.PAD;
    private static final StoreId OWN = SampleStores.SAO_PAULO.storeId();
    private static final StoreId LISBON = SampleStores.LISBON.storeId();
    private static final DeviceId OTHER = new DeviceId(new UUID(0, 5));
    private static final UUID JOURNAL = new UUID(0, 6);
    private static final UUID TRANSFER = new UUID(0, 7);

    @TempDir Path temp = Path.of("");
    private final FakeServer server = new FakeServer();

    @Test
    void aCountCarriesWhatItsTillHadSeen() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Till till = synced.till();
            server.publish(changed(-2, 5, Optional.of(JOURNAL)));
            synced.settle();
            Rung.up(till, PAD, 1);
            count(till, 6, 7);
            synced.settle();

            StockCount count = counts().getFirst();
            assertThat(count.cut())
                    .containsExactly(
                            new JournalMark(SampleStores.TILL_1.deviceId(), incarnation(), 1),
                            new JournalMark(OTHER, JOURNAL, 5));
            assertThat(count.lines())
                    .containsExactly(new StockCount.Line(PAD, Quantity.of(6), Quantity.of(7)));
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(6));
            assertThat(server.stock(PAD)).isEqualTo(Quantity.of(6));
        }
    }

    @Test
    void whatIsSoldBetweenTheLookAndTheBookingIsTakenIntoAccount() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Till till = synced.till();
            synced.settle();
            Rung.up(till, PAD, 3);
            count(till, 8, 10);
            synced.settle();

            assertThat(counts().getFirst().lines())
                    .containsExactly(new StockCount.Line(PAD, Quantity.of(5), Quantity.of(7)));
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(5));
        }
    }

    @Test
    void whatWasSeenIsNeverForgotten() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Till till = synced.till();
            server.publish(changed(-1, 9, Optional.of(JOURNAL)));
            server.publish(new Policy.StockSeen(OWN, List.of(new JournalMark(OTHER, JOURNAL, 4))));
            server.publish(changed(-1, 12, Optional.empty()));
            synced.settle();
            server.askForSnapshot();
            synced.settle();
            count(till, 8, 8);
            synced.settle();

            assertThat(counts().getFirst().cut()).contains(new JournalMark(OTHER, JOURNAL, 9));
        }
    }

    @Test
    void goodsOnTheirWayAreTakenInAndWhatIsMissingStaysOnItsWay() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Till till = synced.till();
            server.publish(new Policy.StoreNamed(LISBON, "KM Motos Lisboa"));
            server.publish(told(4, 0));
            synced.settle();
            Incoming incoming = transfers(till).incoming().getFirst();
            assertThat(incoming.from().name()).isEqualTo("KM Motos Lisboa");
            assertThat(incoming.lines().getFirst().open()).isEqualTo(Quantity.of(4));

            arrive(till, incoming, 3);
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(13));
            assertThat(open(till)).isEqualTo(Quantity.ONE);

            server.publish(told(4, 0));
            synced.settle();
            assertThat(open(till)).as("older news").isEqualTo(Quantity.ONE);

            server.publish(told(4, 4));
            synced.settle();
            assertThat(transfers(till).incoming()).isEmpty();
        }
    }

    @Test
    void goodsAreSentWithoutANetworkAndStaySentAfterARestart() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.publish(new Policy.StoreNamed(OWN, "KM Motos Paulista"));
            server.publish(new Policy.StoreNamed(LISBON, "KM Motos Lisboa"));
            synced.settle();
            Till till = synced.till();
            var lisbon = transfers(till).others().getFirst();
            assertThat(transfers(till).others()).hasSize(1);
            transfers(till)
                    .send(
                            lisbon.store(),
                            List.of(new Transfer.Line(PAD, Quantity.of(4))),
                            SampleStaff.BRUNO);
        }
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Till till = synced.till();
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(6));
            List<TransferProgress> open = till.database().read(till.stores().transfers()::open);
            assertThat(open).extracting(TransferProgress::to).containsExactly(LISBON);
            assertThat(transfers(till).incoming()).isEmpty();
        }
    }

    private static Policy changed(long pieces, long seq, Optional<UUID> journal) {
        return new Policy.StockChanged(OWN, PAD, Quantity.of(pieces), OTHER, seq, journal);
    }

    private static Policy told(long sent, long received) {
        return new Policy.TransferChanged(
                new TransferProgress(
                        TRANSFER,
                        LISBON,
                        OWN,
                        Optional.of(SampleSales.AT),
                        List.of(
                                new TransferProgress.Line(
                                        PAD, Quantity.of(sent), Quantity.of(received)))));
    }

    private static void count(Till till, long counted, long then) {
        stock(till)
                .count(
                        List.of(new Counted(PAD, Quantity.of(counted), Quantity.of(then))),
                        SampleStaff.BRUNO,
                        Optional.empty());
    }

    private static void arrive(Till till, Incoming transfer, long pieces) {
        transfers(till)
                .arrive(
                        transfer,
                        List.of(new Transfer.Line(PAD, Quantity.of(pieces))),
                        SampleStaff.ANA);
    }

    private static Quantity open(Till till) {
        return transfers(till).incoming().getFirst().lines().getFirst().open();
    }

    private UUID incarnation() {
        return server.batches().getLast().incarnation();
    }

    private List<StockCount> counts() {
        return server.events().values().stream()
                .map(JournalEntry::read)
                .filter(JournalEntry.Reading.Known.class::isInstance)
                .map(read -> ((JournalEntry.Reading.Known) read).event())
                .filter(Event.StockCounted.class::isInstance)
                .map(event -> ((Event.StockCounted) event).count())
                .toList();
    }

    private static TillStock stock(Till till) {
        return new TillStock(till, Locale.ENGLISH);
    }

    private static TillTransfers transfers(Till till) {
        return new TillTransfers(till, stock(till));
    }
}
