package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.Policy;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a shop keeps for the online shop is sold online while the shop is silent, and no more.
class SetAsideIT {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private static TestServer server;
    private static TestTill till;
    private static TestTill second;
    private static int last;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Sku sku = new Sku("LAST-" + ++last);

    @BeforeAll
    static void start() {
        server = TestServer.start();
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        second = TestTill.enrol(server, SampleStores.SAO_PAULO, 2);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void fiveAreThere() {
        till.receive(sku, Quantity.of(5));
    }

    @AfterEach
    void everythingStillAddsUp() {
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    private SetAside decided(long quantity, Instant at, Duration length) {
        return new SetAside(
                UUID.randomUUID(),
                SampleStores.SAO_PAULO.storeId(),
                sku,
                Quantity.of(quantity),
                at.plus(length),
                at,
                SampleStaff.ANA.staffId());
    }

    private static void tell(TestTill by, SetAside decision) {
        by.record(new Event.StockSetAside(decision));
        by.uploadAll();
    }

    private static void beSilent() {
        server.database()
                .execute(
                        new Caller.Server("test"),
                        session ->
                                Sql.update(
                                        session,
                                        "update store_contact set last_contact = ?",
                                        Instant.now().minus(Duration.ofHours(5))));
    }

    private Quantity available() {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session -> Availability.of(session, List.of(sku), Instant.now()))
                .getFirst()
                .available();
    }

    @Test
    void aSilentStorePromisesWhatItKept() {
        tell(till, decided(2, now, TWO_WEEKS));
        assertThat(available()).isEqualTo(Quantity.of(5));
        beSilent();
        assertThat(available()).isEqualTo(Quantity.of(2));
    }

    @Test
    void theLaterDecisionHoldsInWhateverOrderTheyArrive() {
        tell(till, decided(1, now.minusSeconds(60), TWO_WEEKS));
        tell(second, decided(4, now.minusSeconds(120), TWO_WEEKS));
        beSilent();
        assertThat(available()).isEqualTo(Quantity.of(1));
        tell(second, decided(0, now, TWO_WEEKS));
        beSilent();
        assertThat(available()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void whatIsKeptEndsByItself() {
        tell(till, decided(3, now.minus(Duration.ofDays(3)), Duration.ofDays(2)));
        beSilent();
        assertThat(available()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void theShopsOtherTillsAreToldByFeedAndSnapshot() {
        tell(till, decided(2, now, TWO_WEEKS));
        assertThat(
                        second.feed(Cursor.START, 0).entries().stream()
                                .map(FeedEntry::policy)
                                .filter(Policy.SetAsideChanged.class::isInstance)
                                .map(policy -> ((Policy.SetAsideChanged) policy).setAside().sku()))
                .contains(sku);
        assertThat(second.snapshot())
                .anyMatch(line -> line.contains("set_aside_changed") && line.contains(sku.value()));
    }
}
