package kmmotos.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.Bins;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where things lie, as the tills of a shop decided it.
class BinsIT {

    private static final Instant NOW = Instant.parse("2026-11-21T14:00:00Z");
    private static final StoreId STORE = SampleStores.SAO_PAULO.storeId();

    @RegisterExtension static final TestServer server = TestServer.start();

    private static TestTill till;
    private static TestTill second;
    private static int last;

    private final Sku sku = new Sku("BINNED-" + ++last);

    @BeforeAll
    static void start() {
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        second = TestTill.enrol(server, SampleStores.SAO_PAULO, 2);
    }

    @BeforeEach
    void fiveAreThere() {
        till.receive(sku, Quantity.of(5));
    }

    private void tell(TestTill by, StoreId store, Instant at, String... bins) {
        JournalEntry _ =
                by.tell(
                        new Event.BinsChosen(
                                new Bins(
                                        UUID.randomUUID(),
                                        store,
                                        sku,
                                        List.of(bins),
                                        at,
                                        SampleStaff.ANA.staffId())));
    }

    /// As head office sees it.
    private List<String> bins() {
        JsonNode items =
                server.admin().get("/api/admin/v1/stock?store=" + STORE).json().path("items");
        for (JsonNode line : items) {
            if (line.path("sku").asText().equals(sku.value())) {
                return line.path("bins").valueStream().map(JsonNode::asText).toList();
            }
        }
        throw new AssertionError(sku + " is not listed in " + items);
    }

    @Test
    void headOfficeSeesWhereThingsLie() {
        tell(till, STORE, NOW, "A-03-2", "CELLAR 1");
        assertThat(bins()).containsExactly("A-03-2", "CELLAR 1");
    }

    @Test
    void theLaterDecisionHoldsInWhateverOrderTheyArrive() {
        tell(till, STORE, NOW.minusSeconds(60), "A-1");
        tell(second, STORE, NOW.minusSeconds(120), "Z-9");
        assertThat(bins()).containsExactly("A-1");
        tell(second, STORE, NOW);
        assertThat(bins()).isEmpty();
    }

    @Test
    void theShopsOtherTillsAreToldByFeedAndSnapshot() {
        tell(till, STORE, NOW, "A-1");
        assertThat(second.told(Policy.BinsChanged.class))
                .extracting(told -> told.bins().sku())
                .contains(sku);
        assertThat(second.snapshot())
                .anyMatch(line -> line.contains("bins_changed") && line.contains(sku.value()));
    }

    @Test
    void headOfficeBringsInWhereThingsLieAndIsToldWhatIsWrong() {
        JsonNode _ =
                take(
                        "categories",
                        "category,name_en,name_pt_BR,name_es\nbody,Body,Carenagem,Corpo\n");
        JsonNode products =
                take("products", "sku,name_en,category\n" + sku + ",Pad,body\nOTHER-9,Pad,body\n");
        assertThat(products.path("refused").asInt()).isZero();
        JsonNode report =
                take(
                        "bins",
                        "store,sku,bins\nS1,"
                                + sku
                                + ",a-1|CELLAR 1\nS1,OTHER-9,\"A,1\"\nS9,OTHER-9,A-1\nS1,NONE,A-1\nS1,"
                                + sku
                                + ",A-2\n");
        assertThat(report.path("changed").asInt()).isOne();
        assertThat(report.path("refused").asInt()).isEqualTo(4);
        assertThat(second.told(Policy.BinsChanged.class))
                .last()
                .satisfies(
                        told -> assertThat(told.bins().bins()).containsExactly("A-1", "CELLAR 1"));
        tell(till, STORE, Instant.parse("2100-01-01T00:00:00Z"), "B-7");
        assertThat(bins()).containsExactly("B-7");
    }

    private static JsonNode take(String what, String file) {
        return server.admin()
                .send(
                        "POST",
                        "/api/admin/v1/imports/" + what,
                        file.getBytes(StandardCharsets.UTF_8))
                .json();
    }

    @Test
    void aTillDecidesNothingForAnotherStore() {
        tell(till, SampleStores.LISBON.storeId(), NOW, "A-1");
        assertThat(bins()).isEmpty();
    }
}
