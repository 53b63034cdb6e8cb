package kmmotos.desktop.sync;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.TestTill;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.OrderStep;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the till shows is compared with what the server has.
class ComparisonTest {
    private static final Event.OrderPicked PICKED_HERE =
            new Event.OrderPicked(
                    SampleOrders.ORDER,
                    SampleStores.SAO_PAULO.storeId(),
                    SampleSales.AT,
                    SampleStaff.ANA.staffId());
    private static final OrderStep PICKED = PICKED_HERE.orderStep().orElseThrow();

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
            damage(synced);

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
    void anOrderThatIsFurtherThanTheServersIsFoundAndGoesBack() {
        Order placed = SampleOrders.placed();
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.publish(new Policy.OrderChanged(placed));
            sell(synced);
            assertThat(synced.comparison().compare()).contains(List.of());
            goOn(synced, PICKED);

            assertThat(synced.comparison().compare()).contains(List.of("order_changed"));
            synced.settle();

            assertThat(order(synced)).contains(placed);
            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    @Test
    void anOrderThatThisTillMovedOnIsNoDifference() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.publish(new Policy.OrderChanged(SampleOrders.placed()));
            sell(synced);
            synced.till().recorder().record(PICKED_HERE);
            synced.till().recorder().project();
            server.askForSnapshot();
            synced.settle();

            assertThat(synced.comparison().compare()).contains(List.of());
            assertThat(order(synced)).map(Order::state).contains(PICKED.next());
        }
    }

    @Test
    void ordersAreNotComparedWithAServerThatDoesNotSumThemUp() {
        server.sumUpNoOrders();
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.publish(new Policy.OrderChanged(SampleOrders.placed()));
            sell(synced);
            goOn(synced, PICKED);

            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    @Test
    void anOrderWhoseStepWaitsForPeopleIsNoDifference() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.publish(new Policy.OrderChanged(SampleOrders.placed()));
            sell(synced);
            UUID waiting = synced.till().recorder().record(PICKED_HERE).eventId();
            synced.till().recorder().project();
            server.quarantine(waiting, "order_not_open");
            synced.settle();
            goOn(
                    synced,
                    new OrderStep(SampleOrders.ORDER, new OrderState.Ready(SampleSales.AT, "A3")));

            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    private static void goOn(SyncedTill synced, OrderStep step) {
        synced.till()
                .database()
                .write(session -> synced.till().stores().orders().become(session, step));
    }

    private static Optional<Order> order(SyncedTill synced) {
        return synced.till()
                .database()
                .read(session -> synced.till().stores().orders().find(session, SampleOrders.ORDER));
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

    @Test
    void whatTheServerCouldNotBookYetIsNoDifference() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced);
            UUID lost = server.events().keySet().iterator().next();
            damage(synced);
            server.quarantine(lost, "effect_failed");
            sell(synced);

            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    @Test
    void whatWaitsAndIsNoLongerInTheJournalHidesNoDamage() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced);
            damage(synced);
            server.quarantine(UUID.randomUUID(), "effect_failed");
            sell(synced);

            assertThat(synced.comparison().compare()).contains(List.of("stock_level"));
            synced.settle();

            assertThat(told()).noneMatch(Event.StateDiffered.class::isInstance);
            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(8));
            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    @Test
    void theFiguresAreTakenAnewWhenAFactThatMovedThemWaitsNoMore() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            sell(synced);
            UUID lost = server.events().keySet().iterator().next();
            server.quarantine(lost, "effect_failed");
            sell(synced);
            damage(synced);

            server.publish(new Policy.ExceptionSolved(lost));
            synced.settle();

            assertThat(Rung.onHand(synced.till(), PAD)).isEqualTo(Quantity.of(8));
        }
    }

    private static void damage(SyncedTill synced) {
        synced.till()
                .database()
                .write(session -> synced.till().stores().stock().add(session, PAD, Quantity.of(3)));
    }

    @Test
    void itHappensByItselfOnceANight() {
        MovedClock clock = new MovedClock(TestTill.CLOCK.instant());
        try (SyncedTill synced =
                SyncedTill.open(TestTill.enrolled(temp).withClock(clock), server)) {
            sell(synced);
            for (int night = 0; night < 3; night++) {
                assertThat(server.digests()).isEqualTo(night);
                for (int hour = 0; hour < 24; hour++) {
                    clock.move(Duration.ofHours(1));
                    synced.settle();
                }
            }
        }
        assertThat(told()).noneMatch(Event.StateDiffered.class::isInstance);
    }

    @Test
    void aTillThatWasOffAtNightIsComparedSoonAfterItsStart() {
        MovedClock clock = new MovedClock(TestTill.CLOCK.instant());
        halfAnHour(clock, Duration.ofDays(1));
        assertThat(server.digests()).isZero();

        halfAnHour(clock, Duration.ZERO);
        assertThat(server.digests()).isEqualTo(1);
    }

    @Test
    void aClockThatWasSetBackDoesNotPutItOff() {
        MovedClock clock = new MovedClock(TestTill.CLOCK.instant().plus(Duration.ofDays(4_000)));
        halfAnHour(clock, Duration.ofDays(-4_000));

        halfAnHour(clock, Duration.ZERO);
        assertThat(server.digests()).isEqualTo(1);
    }

    /// The till runs so long; then some time goes by.
    private void halfAnHour(MovedClock clock, Duration afterwards) {
        try (SyncedTill synced =
                SyncedTill.open(TestTill.enrolled(temp).withClock(clock), server)) {
            sell(synced);
            clock.move(Duration.ofMinutes(30));
            synced.settle();
            clock.move(afterwards);
        }
    }

    /// A clock that tests set.
    private static final class MovedClock extends Clock {
        private Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("it has no other zone");
        }
    }
}
