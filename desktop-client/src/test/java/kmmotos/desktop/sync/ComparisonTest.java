package kmmotos.desktop.sync;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import kmmotos.model.money.Quantity;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the till shows is compared with what the server has.
class ComparisonTest {
    @TempDir Path temp;
    private final FakeServer server = new FakeServer();

    private static void sell(SyncedTill synced) {
        Rung.up(synced.till(), PAD, 1);
        synced.settle();
    }

    private List<Event> told() {
        return server.events().values().stream()
                .map(JournalEntry::read)
                .map(reading -> ((JournalEntry.Reading.Known) reading).event())
                .toList();
    }

    @Test
    void aTillThatWasToldEverythingHasWhatTheServerHas() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.publish(
                    new Policy.StockChanged(
                            SampleStores.SAO_PAULO.storeId(),
                            PAD,
                            Quantity.of(-2),
                            new DeviceId(UUID.randomUUID()),
                            7));
            sell(synced);

            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    @Test
    void aDamagedFigureIsFoundToldAndHealed() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced);
            synced.till()
                    .database()
                    .write(session ->
                            synced.till().stores().stock().add(session, PAD, Quantity.of(3)));

            assertThat(synced.comparison().compare()).contains(List.of("stock_level"));
            synced.settle();

            assertThat(told()).contains(new Event.StateDiffered(List.of("stock_level")));
            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(9));
            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    @Test
    void aPriceListTheTillNeverHeardOfIsMissed() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced);
            synced.till()
                    .database()
                    .write(session ->
                            kmmotos.desktop.storage.Sql.run(session, "delete from price_list"));

            assertThat(synced.comparison().compare()).contains(List.of("price_list_published"));
        }
    }

    @Test
    void aTillThatIsBehindIsNotCompared() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced);
            Rung.up(synced.till(), PAD, 1);

            assertThat(synced.comparison().compare()).isEmpty();
        }
        server.line(FakeServer.Line.CUT_BEFORE);
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            assertThat(synced.comparison().compare()).isEmpty();
        }
    }
}
