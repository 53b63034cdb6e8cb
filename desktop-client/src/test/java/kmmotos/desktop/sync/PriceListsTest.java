package kmmotos.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.Till;
import kmmotos.desktop.pricing.PricingStore;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which price list holds at a till, whatever became of the server's.
class PriceListsTest {

    private static final String ZONE = SamplePrices.LIST.zone();
    private static final Instant LATER = SamplePrices.LIST.effectiveFrom().plusSeconds(60);

    @TempDir Path temp = Path.of("");
    private final FakeServer server = new FakeServer();

    @Test
    void aListThatTheServerHasLostHoldsNothingUp() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            synced.settle();
            server.publish(new Policy.PriceListPublished(ZONE, "0".repeat(64), LATER));
            synced.settle();
            server.publish(
                    new Policy.StockChanged(
                            SampleStores.SAO_PAULO.storeId(),
                            Rung.PAD,
                            Quantity.of(-3),
                            new DeviceId(new UUID(0, 5)),
                            1));
            synced.settle();

            assertThat(Rung.onHand(synced.till(), Rung.PAD)).isEqualTo(Quantity.of(7));
            assertThat(inForce(synced.till())).contains(SnapshotFile.id(SamplePrices.LIST));
        }
    }

    @Test
    void aListThatASnapshotDoesNotNameHoldsNoMore() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            synced.settle();
            publish(synced.till(), list(LATER));
            assertThat(inForce(synced.till())).contains(SnapshotFile.id(list(LATER)));

            server.askForSnapshot();
            synced.settle();

            assertThat(inForce(synced.till())).contains(SnapshotFile.id(SamplePrices.LIST));
        }
    }

    @Test
    void ofTwoListsOfOneMomentTheOneToldLastHolds() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            synced.settle();
            PriceList first = list(LATER);
            PriceList second =
                    new PriceList(ZONE, first.currency(), LATER, SamplePrices.LIST.prices());
            publish(synced.till(), first);
            publish(synced.till(), second);
            assertThat(inForce(synced.till())).contains(SnapshotFile.id(second));

            publish(synced.till(), first);
            assertThat(inForce(synced.till())).contains(SnapshotFile.id(first));
        }
    }

    private static PriceList list(Instant from) {
        return new PriceList(
                ZONE, SampleStores.BRL, from, List.of(SamplePrices.LIST.prices().getFirst()));
    }

    private static void publish(Till till, PriceList list) {
        PricingStore pricing = till.stores().pricing();
        String id = SnapshotFile.id(list);
        till.database()
                .write(session -> {
                    pricing.announce(
                            session, new Policy.PriceListPublished(ZONE, id, list.effectiveFrom()));
                    pricing.put(session, id, list);
                });
    }

    private static Optional<String> inForce(Till till) {
        return till.database()
                .read(session ->
                        till.stores().pricing().inForce(session, ZONE, LATER.plusSeconds(60)));
    }
}
