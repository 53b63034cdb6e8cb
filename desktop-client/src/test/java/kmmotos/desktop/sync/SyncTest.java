package kmmotos.desktop.sync;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.Till;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {
    @TempDir Path temp;
    private final FakeServer server = new FakeServer();

    @Test
    void everyFactArrivesOnceAndIsConfirmed() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            for (int i = 0; i < 5; i++) {
                Rung.up(synced.till(), PAD, 1);
            }
            synced.settle();
            assertThat(server.events()).hasSize(5);
            assertThat(synced.status().confirmed()).isEqualTo(5);
            assertThat(synced.status().backlog()).isZero();
            assertThat(server.stock(PAD)).isEqualTo(Quantity.of(5));
        }
    }

    @Test
    void aPushWhoseAnswerWasLostIsSentAgainAndCountedOnce() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Rung.up(synced.till(), PAD, 2);
            server.line(FakeServer.Line.CUT_AFTER);
            assertThat(synced.upload().run()).isPositive();
            server.line(FakeServer.Line.GOOD);
            synced.settle();
            assertThat(server.batches().get(1).events())
                    .isEqualTo(server.batches().get(0).events());
            assertThat(server.stock(PAD)).isEqualTo(Quantity.of(8));
        }
    }

    @Test
    void withoutTheServerSellingGoesOnAndTheBacklogIsToldInFigures() {
        server.line(FakeServer.Line.CUT_BEFORE);
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Rung.up(synced.till(), PAD, 1);
            Rung.up(synced.till(), PAD, 1);
            var _ = synced.upload().run();
            SyncStatus status = synced.status();
            assertThat(status.backlog()).isEqualTo(2);
            assertThat(status.connection()).isEqualTo(SyncStatus.Connection.NO_ANSWER);
            assertThat(status.lastContact()).isEmpty();
        }
    }

    @Test
    void thePauseAfterFailuresGrowsButStaysBelowAMinute() {
        server.line(FakeServer.Line.CUT_BEFORE);
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            List<Duration> waits = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                waits.add(synced.upload().run());
            }
            assertThat(waits).allMatch(wait -> wait.isPositive());
            assertThat(waits).allMatch(wait -> wait.compareTo(Duration.ofSeconds(60)) <= 0);
            assertThat(waits).anyMatch(wait -> wait.compareTo(Duration.ofSeconds(10)) > 0);
        }
    }

    @Test
    void whatTheServerLostInARestoreIsSentAgainFromItsPosition() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            for (int i = 0; i < 6; i++) {
                Rung.up(synced.till(), PAD, 1);
            }
            synced.settle();
            server.forgetAfter(synced.till().journal().incarnation(), 2);
            Rung.up(synced.till(), PAD, 1);
            synced.settle();
            assertThat(server.events()).hasSize(7);
            assertThat(synced.till().journal().series()).isEqualTo(1);
        }
    }

    @Test
    void aForkBeginsANewIncarnationWithTheSameEventsAndLosesNothing() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Till till = synced.till();
            for (int i = 0; i < 3; i++) {
                Rung.up(till, PAD, 1);
            }
            synced.settle();
            UUID first = till.journal().incarnation();
            server.alterHash(first, 3);
            Sale after = Rung.up(till, PAD, 1);
            assertThat(after.receiptNumber().series()).isEqualTo(1);

            synced.settle();

            assertThat(till.journal().incarnation()).isNotEqualTo(first);
            assertThat(server.events()).hasSize(4);
            assertThat(server.stock(PAD)).isEqualTo(Quantity.of(6));
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(6));
            assertThat(Rung.up(till, PAD, 1).receiptNumber()).hasToString("S1-1-2-000001");
            assertThat(server.snapshots()).isEqualTo(1);
        }
    }

    @Test
    void aTillRestoredFromAnOldImageUploadsUnderANewIncarnation() throws IOException {
        Path image = temp.resolve("image");
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Rung.up(synced.till(), PAD, 1);
            synced.settle();
        }
        Trees.copy(temp.resolve("till"), image);
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Rung.up(synced.till(), PAD, 1);
            synced.settle();
        }
        Trees.delete(temp.resolve("till"));
        Trees.copy(image, temp.resolve("till"));

        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Rung.up(synced.till(), PAD, 5);
            synced.settle();
            assertThat(server.events()).hasSize(3);
            assertThat(server.stock(PAD)).isEqualTo(Quantity.of(3));
            var _ = synced.download().run();
            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(3));
        }
    }

    @Test
    void aRevokedTillGoesOnSellingAndKeepsItsJournal() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.refuse(403, "device_revoked");
            Rung.up(synced.till(), PAD, 1);
            assertThat(synced.upload().run()).isGreaterThan(Duration.ofMinutes(4));
            assertThat(synced.status().connection()).isEqualTo(SyncStatus.Connection.REVOKED);
            Rung.up(synced.till(), PAD, 1);
            server.accept();
            synced.settle();
            assertThat(server.events()).hasSize(2);
        }
    }

    @Test
    void theFeedTellsATillThatItIsRevoked() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.publish(new Policy.DeviceRevoked(SampleStores.TILL_1.deviceId()));
            var _ = synced.download().run();
            var _ = synced.upload().run();
            assertThat(synced.status().connection()).isEqualTo(SyncStatus.Connection.REVOKED);
        }
    }

    @Test
    void aBatchTooLargeForTheServerIsHalvedUntilItFits() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            for (int i = 0; i < 8; i++) {
                Rung.up(synced.till(), PAD, 1);
            }
            server.refuse(413, "too_large");
            for (int i = 0; i < 7; i++) {
                assertThat(synced.upload().run()).isZero();
            }
            server.accept();
            var _ = synced.upload().run();
            assertThat(server.batches().getFirst().events()).hasSizeLessThan(8);
            synced.settle();
            assertThat(server.events()).hasSize(8);
        }
    }

    @Test
    void noBatchIsLargerThanTheProtocolAllows() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            for (int i = 0; i < UploadBatch.MAX_EVENTS + 20; i++) {
                Rung.recorded(synced.till(), PAD, 1);
            }
            synced.settle();
            assertThat(server.events()).hasSize(UploadBatch.MAX_EVENTS + 20);
            assertThat(server.batches())
                    .allMatch(batch -> batch.events().size() <= UploadBatch.MAX_EVENTS);
        }
    }

    @Test
    void quarantinedFactsAreShownAfterARestartToo() {
        UUID eventId;
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Rung.up(synced.till(), PAD, 1);
            synced.settle();
            eventId = server.events().keySet().iterator().next();
            server.quarantine(eventId, "unknown_sku");
            synced.settle();
        }
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            assertThat(synced.status().quarantined())
                    .singleElement()
                    .satisfies(event -> assertThat(event.eventId()).isEqualTo(eventId));
        }
    }

    @Test
    void whatAnotherTillSoldIsSubtractedButOnesOwnIsNotTwice() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Rung.up(synced.till(), PAD, 1);
            server.publish(sold(new DeviceId(UUID.randomUUID()), 2));
            server.publish(sold(SampleStores.TILL_1.deviceId(), 1));
            synced.settle();
            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(7));
        }
    }

    private static Policy sold(DeviceId device, long quantity) {
        return new Policy.StockChanged(
                SampleStores.SAO_PAULO.storeId(), PAD, Quantity.of(quantity).negated(), device, 1);
    }

    @Test
    void aPageOfTheFeedIsAppliedOnceEvenAcrossARestart() {
        server.publish(sold(new DeviceId(UUID.randomUUID()), 2));
        for (int start = 0; start < 2; start++) {
            try (SyncedTill synced = SyncedTill.open(temp, server)) {
                synced.settle();
                assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(8));
            }
        }
    }

    @Test
    void aSnapshotAndLaterOwnFactsGiveTheRightStock() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Till till = synced.till();
            Rung.up(till, PAD, 1);
            synced.settle();
            server.askForSnapshot();
            Rung.up(till, PAD, 2);
            synced.settle();
            assertThat(server.snapshots()).isEqualTo(1);
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(7));
            Rung.up(till, PAD, 1);
            assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(6));
        }
    }

    @Test
    void aDatabaseBuiltAnewAgreesWithTheServerAgain() throws IOException {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Rung.up(synced.till(), PAD, 1);
            server.publish(sold(new DeviceId(UUID.randomUUID()), 2));
            synced.settle();
        }
        Files.delete(temp.resolve("till/database/till.mv.db"));
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(9));
            synced.settle();
            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(7));
        }
    }

    @Test
    void anOrderComesDownIsPickedOfflineAndIsNotSetBackByOldNews() {
        server.publish(new Policy.OrderChanged(SampleOrders.placed()));
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            List<Policy> news = new ArrayList<>();
            synced.board().onNews(news::addAll);
            synced.settle();
            assertThat(news).hasSize(1);
            Till till = synced.till();
            till.recorder()
                    .record(
                            new Event.OrderPicked(
                                    SampleOrders.ORDER,
                                    SampleStores.SAO_PAULO.storeId(),
                                    TestTill.NOW,
                                    UUID.randomUUID()));
            till.recorder().project();
            server.publish(new Policy.OrderChanged(SampleOrders.placed()));
            synced.settle();
            assertThat(order(till).state()).isInstanceOf(OrderState.Picked.class);
            assertThat(reserved(till)).isEqualTo(Quantity.of(2));
        }
    }

    private static Order order(Till till) {
        return till.database()
                .read(session -> till.stores().orders().find(session, SampleOrders.ORDER))
                .orElseThrow();
    }

    private static Quantity reserved(Till till) {
        return till.database()
                .read(session -> till.stores().stock().level(session, PAD))
                .reserved();
    }

    @Test
    void factsArePrunedOnlyWhenSafeAndTwoMonthsOld() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            for (int i = 0; i < 400; i++) {
                Rung.recorded(synced.till(), PAD, 1);
            }
            synced.till().recorder().project();
            server.safe(400);
            synced.settle();
            assertThat(synced.till().journal().firstSeq()).isEqualTo(1);
        }
        Clock later = Clock.offset(TestTill.CLOCK, Duration.ofDays(61));
        try (SyncedTill synced =
                SyncedTill.open(TestTill.enrolled(temp).withClock(later), server)) {
            synced.settle();
            assertThat(synced.till().journal().firstSeq()).isGreaterThan(1);
            assertThat(Rung.up(synced.till(), PAD, 1).receiptNumber().number()).isEqualTo(401);
            synced.settle();
            assertThat(server.events()).hasSize(401);
        }
    }

    @Test
    void anEntryOnTheServerReadsAsTheSaleThatWasPrinted() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            Sale sale = Rung.up(synced.till(), PAD, 3);
            synced.settle();
            assertThat(server.events().values().iterator().next().read())
                    .isEqualTo(new JournalEntry.Reading.Known(new Event.SaleCompleted(sale)));
        }
    }
}
