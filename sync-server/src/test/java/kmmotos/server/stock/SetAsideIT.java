package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a shop keeps for the online shop is sold online while the shop is silent, and no more.
class SetAsideIT {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");

    /// What is kept ends by the database's clock, so this is longer than a test can be old.
    private static final Duration LONG = Duration.ofDays(36_500);

    @RegisterExtension static final TestServer server = TestServer.start();

    private static TestTill till;
    private static TestTill second;
    private static int last;

    private final Sku sku = new Sku("LAST-" + ++last);

    @BeforeAll
    static void start() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        second = TestTill.enrol(server, SampleStores.SAO_PAULO, 2);
    }

    @BeforeEach
    void fiveAreThere() {
        till.receive(sku, Quantity.of(5));
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
        JournalEntry _ = by.tell(new Event.StockSetAside(decision));
    }

    private static void lastHeard(Instant at) {
        server.change("update store_contact set last_contact = ?", at);
    }

    private static void beSilent() {
        lastHeard(NOW.minus(Duration.ofHours(5)));
    }

    private Quantity available() {
        return server.database()
                .inTransaction(
                        new Caller.Server("test"),
                        session -> Availability.of(session, List.of(sku), NOW))
                .getFirst()
                .available();
    }

    @Test
    void aSilentStorePromisesWhatItKept() {
        tell(till, decided(2, NOW, LONG));
        lastHeard(NOW);
        assertThat(available()).isEqualTo(Quantity.of(5));
        beSilent();
        assertThat(available()).isEqualTo(Quantity.of(2));
    }

    @Test
    void theLaterDecisionHoldsInWhateverOrderTheyArrive() {
        tell(till, decided(1, NOW.minusSeconds(60), LONG));
        tell(second, decided(4, NOW.minusSeconds(120), LONG));
        beSilent();
        assertThat(available()).isEqualTo(Quantity.of(1));
        tell(second, decided(0, NOW, LONG));
        beSilent();
        assertThat(available()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void whatIsKeptEndsByItself() {
        tell(till, decided(3, NOW.minus(Duration.ofDays(3)), Duration.ofDays(2)));
        beSilent();
        assertThat(available()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void theShopsOtherTillsAreToldByFeedAndSnapshot() {
        tell(till, decided(2, NOW, LONG));
        assertThat(second.told(Policy.SetAsideChanged.class))
                .extracting(told -> told.setAside().sku())
                .contains(sku);
        assertThat(second.snapshot())
                .anyMatch(line -> line.contains("set_aside_changed") && line.contains(sku.value()));
    }
}
