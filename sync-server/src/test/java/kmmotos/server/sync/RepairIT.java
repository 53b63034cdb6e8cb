package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.SampleShop;
import kmmotos.server.SampleShop.Guest;
import kmmotos.server.TestClient;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import kmmotos.server.TestStaff;
import kmmotos.server.TestWorkList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The work list of facts that wait for a person, and how people work it off.
class RepairIT {

    private static final String API = "/api/admin/v1/event-exceptions";

    @RegisterExtension static final TestServer server = TestServer.start();

    private static SampleShop shop;
    private static TestWorkList list;

    @BeforeAll
    static void start() {
        shop = SampleShop.open(server);
        list = server.workList();
    }

    @AfterEach
    void nothingIsLeft() {
        list.setAllAside();
    }

    @Test
    void anItemSaysWhatItConcerns() {
        JsonNode item = handedOverUnknownOrder(shop.till().sale());

        assertThat(item.path("code").asText()).isEqualTo("unknown_order");
        assertThat(item.at("/concerns/kind").asText()).isEqualTo("sale_completed");
        assertThat(item.at("/concerns/receipt").asText()).startsWith("S1-1-1-");
        assertThat(item.at("/concerns/amount/currency").asText()).isEqualTo("BRL");
        assertThat(item.at("/concerns/order_id").asText()).isNotEmpty();
        assertThat(item.at("/concerns/skus")).isNotEmpty();
    }

    @Test
    void whatWasToldOfAnUnknownOrderIsBookedOnTheOrderItMeant() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        JsonNode order = guest.checkout().json();
        Sale sale = shop.till().sale();
        JsonNode item = handedOverUnknownOrder(sale);

        Reply reply = list.correct(item, order.path("number").asText());

        assertThat(reply.status()).as(reply.text()).isEqualTo(204);
        assertThat(guest.order(order).json().at("/state/type").asText()).isEqualTo("handed_over");
        assertThat(list.items()).isEmpty();
        assertThat(solved()).contains(UUID.fromString(item.path("event_id").asText()));
    }

    @Test
    void anOrderThatIsOverTakesNoCorrectionAndTheItemStays() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        JsonNode order = guest.checkout().json();
        guest.cancel(order);
        JsonNode item = handedOverUnknownOrder(shop.till().sale());

        assertThat(list.correct(item, order.path("number").asText()).code())
                .isEqualTo("order_too_far");
        assertThat(list.correct(item, "W-1").status()).isEqualTo(404);
        assertThat(list.items()).hasSize(1);
    }

    @Test
    void whatIsSetAsideNeedsAReasonAndTheTillIsTold() {
        JsonNode item = handedOverUnknownOrder(shop.till().sale());

        assertThat(list.setAside(item, " ").code()).isEqualTo("note_needed");
        assertThat(list.correct(item, "").status()).isEqualTo(404);
        assertThat(list.setAside(item, "the customer was called").status()).isEqualTo(204);
        assertThat(solved()).contains(UUID.fromString(item.path("event_id").asText()));
        assertThat(list.setAside(item, "again").status()).isEqualTo(404);
    }

    @Test
    void aStoresManagerSeesAndRepairsWhatIsTheirStoresOnly() {
        Guest guest = shop.guestWith(SampleShop.MIRROR, "1");
        String order = guest.checkout().json().path("number").asText();
        JsonNode item = handedOverUnknownOrder(shop.till().sale());
        String path = API + "/" + item.path("exception_id").asText();
        TestTill _ = TestTill.enrol(server, SampleStores.LISBON, 1);
        TestClient own = TestStaff.manager(server, "S1");
        TestClient other = TestStaff.manager(server, "PT1");

        assertThat(other.get(API).json().path("items")).isEmpty();
        assertThat(other.post(path + "/retry", Map.of()).status()).isEqualTo(404);
        assertThat(other.post(path + "/order", Map.of("number", order)).status()).isEqualTo(404);
        assertThat(other.post(path + "/dismiss", Map.of("note", "no")).status()).isEqualTo(404);
        assertThat(own.get(API).json().path("items")).hasSize(1);
        assertThat(own.post(path + "/retry", Map.of()).code()).isEqualTo("still_failing");
        assertThat(own.post(path + "/order", Map.of("number", order)).status()).isEqualTo(204);
        assertThat(list.items()).isEmpty();
    }

    @Test
    void onlyItemsAboutUnknownOrdersAreBookedOnAnOrder() {
        JournalEntry _ = shop.till().record(new Event.FactsMissing(UUID.randomUUID(), 6, 49));
        upload(shop.till());
        JsonNode item = list.items().getFirst();

        assertThat(list.correct(item, "W-100001").code()).isEqualTo("not_correctable");
    }

    @Test
    void factsThatNobodyHasAnyMoreAreAnItemForHeadOffice() {
        JournalEntry _ = shop.till().record(new Event.FactsMissing(UUID.randomUUID(), 6, 49));
        upload(shop.till());

        JsonNode item = list.items().getFirst();
        assertThat(item.path("code").asText()).isEqualTo("facts_missing");
        assertThat(item.path("cause").asText()).contains("entries 6 to 49");
        assertThat(item.path("may_be_tried_again").asBoolean()).isFalse();
    }

    /// Two tills run from one image. The one that the server turned away begins a new journal; the
    /// other goes on in the old one.
    @Test
    void aCopyOfATillThatSpeaksUpIsAnItemOnceUntilSomebodyHasLooked() {
        TestTill till = TestTill.enrol(server, kmmotos.model.stores.SampleStores.SAO_PAULO, 7);
        move(till);
        upload(till);
        TestTill copy = till.cloned();
        copy.journal().addAll(till.journal());
        move(till);
        upload(till);
        move(copy);
        assertThat(copy.uploadAll()).isInstanceOf(UploadAnswer.Fork.class);
        copy.journalAnew();
        upload(copy);
        CopiedTills.look(server.database(), Instant.now());
        assertThat(list.items()).isEmpty();

        move(till);
        upload(till);
        CopiedTills.look(server.database(), Instant.now());
        move(till);
        upload(till);
        assertThat(CopiedTills.look(server.database(), Instant.now())).isZero();

        assertThat(list.items()).hasSize(1);
        assertThat(list.items().getFirst().path("code").asText()).isEqualTo("copied_till");
        list.setAside(list.items().getFirst(), "the second one is switched off");
        assertThat(CopiedTills.look(server.database(), Instant.now())).isZero();
    }

    @Test
    void aTillThatBeginsANewJournalAndGoesOnThereIsNoCopy() {
        TestTill till = TestTill.enrol(server, kmmotos.model.stores.SampleStores.SAO_PAULO, 8);
        till.sell();
        upload(till);
        till.journalAnew();
        till.sell();
        upload(till);
        till.sell();
        upload(till);

        assertThat(CopiedTills.look(server.database(), Instant.now())).isZero();
        assertThat(list.items()).isEmpty();
    }

    /// The sale of an order whose id nobody knows.
    private static JsonNode handedOverUnknownOrder(Sale sale) {
        Event handedOver =
                new Event.SaleCompleted(SampleSales.handingOver(sale, UUID.randomUUID()));
        JournalEntry _ = shop.till().tell(handedOver);
        return list.items().getFirst();
    }

    private static void move(TestTill till) {
        JournalEntry _ = till.receive(new Sku(SampleShop.MIRROR), Quantity.ONE);
    }

    private static void upload(TestTill till) {
        assertThat(till.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
    }

    private static List<UUID> solved() {
        return shop.till().told(Policy.ExceptionSolved.class).stream()
                .map(Policy.ExceptionSolved::eventId)
                .toList();
    }
}
