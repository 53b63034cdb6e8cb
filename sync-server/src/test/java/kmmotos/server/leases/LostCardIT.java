package kmmotos.server.leases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.money.Money;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A lost gift card: blocked, unblocked, its balance moved to a new one; and how credit is given.
class LostCardIT {

    private static final String API = "/api/admin/v1";
    private static final String CARDS = API + "/gift-cards/cards";

    @RegisterExtension static final TestServer server = TestServer.start();

    private static TestTill seller;
    private static TestTill other;

    @BeforeAll
    static void start() {
        seller = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        other = TestTill.enrol(server, SampleStores.LISBON, 1);
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private static GiftCardNumber newNumber() {
        byte[] secret = new byte[32];
        new Random().nextBytes(secret);
        return GiftCardNumber.of(secret);
    }

    private static GiftCardNumber sold(String amount) {
        GiftCardNumber card = newNumber();
        seller.record(
                new Event.SaleCompleted(
                        seller.load(
                                money(amount),
                                Tender.GiftCard.handedOut(
                                        card.cardId(),
                                        card.lastFour(),
                                        money(amount),
                                        UUID.randomUUID()))));
        seller.uploadAll();
        return card;
    }

    private static LeaseAnswer ask(TestTill till, GiftCardNumber card, long wanted) {
        return till.ask(
                        "/leases",
                        new LeaseRequest(
                                UUID.randomUUID(),
                                LeaseSubject.giftCard(card.cardId(), SampleStores.BRL),
                                wanted))
                .as(LeaseAnswer.class);
    }

    private static Lease held(TestTill till, GiftCardNumber card, long wanted) {
        return ((LeaseAnswer.Granted) ask(till, card, wanted)).lease();
    }

    private static TestClient.Reply post(GiftCardNumber card, String what, Object body) {
        return server.admin().post(CARDS + "/" + card.cardId() + "/" + what, body);
    }

    private static Map<String, Object> to(GiftCardNumber card) {
        return Map.of(
                "to", card.cardId(), "last_four", card.lastFour(), "note", "a new card by mail");
    }

    private static JsonNode found(GiftCardNumber card) {
        return server.admin().get(CARDS + "?card=" + card.cardId()).json().path("items").path(0);
    }

    private static String balance(GiftCardNumber card) {
        return found(card).path("balance").path("amount").asText();
    }

    private static List<UUID> withdrawn(TestTill till) {
        return till.ask("/leases/standing", Map.of()).as(LeaseAnswer.Standing.class).withdrawn();
    }

    @Test
    void aLostCardIsFoundByItsEndOrItsReceipt() {
        GiftCardNumber card = sold("40.00");
        JsonNode byCard = found(card);
        assertThat(byCard.path("last_four").asText()).isEqualTo(card.lastFour());
        String receipt = byCard.path("receipt").asText();
        for (String query : List.of("last_four=" + card.lastFour(), "receipt=" + receipt)) {
            assertThat(server.admin().get(CARDS + "?" + query).json().path("items"))
                    .anyMatch(
                            item -> item.path("card_id").asText().equals(card.cardId().toString()));
        }
        assertThat(server.admin().get(CARDS + "?last_four=%25%25%25%25").status()).isEqualTo(400);
        assertThat(server.admin().get(CARDS).status()).isEqualTo(400);
    }

    @Test
    void aBlockedCardIsLentToNobodyUntilItIsUnblocked() {
        GiftCardNumber card = sold("40.00");
        assertThat(post(card, "block", Map.of("note", "")).code()).isEqualTo("note_needed");
        assertThat(post(card, "block", Map.of("note", "lost on the bus")).status()).isEqualTo(204);
        assertThat(post(card, "block", Map.of("note", "again")).status()).isEqualTo(204);
        assertThat(ask(other, card, 100)).isEqualTo(new LeaseAnswer.Blocked());
        assertThat(found(card).path("blocked").asBoolean()).isTrue();
        assertThat(post(card, "unblock", Map.of("note", "found")).status()).isEqualTo(204);
        assertThat(ask(other, card, 100)).isInstanceOf(LeaseAnswer.Granted.class);
        assertThat(post(newNumber(), "block", Map.of("note", "x")).status()).isEqualTo(404);
    }

    @Test
    void theTillThatHoldsALeaseIsToldAndWhatItSoldStaysBooked() {
        GiftCardNumber card = sold("50.00");
        Lease lease = held(other, card, 5_000);
        other.record(new Event.LeasesTaken(List.of(lease)));
        assertThat(withdrawn(other)).doesNotContain(lease.leaseId());
        post(card, "block", Map.of("note", "lost"));
        assertThat(withdrawn(other)).contains(lease.leaseId());
        Sale sale =
                other.sale(
                        TestTill.totalOfOneSale().minus(money("20.00")),
                        new Tender.GiftCard(
                                card.cardId(),
                                card.lastFour(),
                                money("20.00"),
                                Optional.of(lease.leaseId()),
                                Optional.empty()));
        other.record(new Event.SaleCompleted(sale));
        other.record(new Event.LeaseReleased(lease.leaseId()));
        other.uploadAll();
        assertThat(balance(card)).isEqualTo("30.00");
        assertThat(found(card).path("held").path("amount").asText()).isEqualTo("0.00");
        assertThat(withdrawn(other)).doesNotContain(lease.leaseId());
    }

    @Test
    void theBalanceOfABlockedCardMovesToANewOneOnce() {
        GiftCardNumber lost = sold("80.00");
        GiftCardNumber fresh = newNumber();
        assertThat(post(lost, "move", to(fresh)).code()).isEqualTo("not_blocked");
        Lease lease = held(other, lost, 3_000);
        post(lost, "block", Map.of("note", "lost"));
        for (int i = 0; i < 2; i++) {
            assertThat(post(lost, "move", to(fresh)).json().path("amount").path("amount").asText())
                    .isEqualTo("50.00");
        }
        assertThat(balance(lost)).isEqualTo("30.00");
        assertThat(balance(fresh)).isEqualTo("50.00");
        assertThat(post(lost, "move", to(newNumber())).code()).isEqualTo("nothing_free");
        other.record(new Event.LeaseReleased(lease.leaseId()));
        other.uploadAll();
        assertThat(post(lost, "move", to(fresh)).json().path("amount").path("amount").asText())
                .isEqualTo("50.00");
        assertThat(post(lost, "move", to(sold("1.00"))).code()).isEqualTo("card_taken");
        GiftCardNumber rest = newNumber();
        assertThat(post(lost, "move", to(rest)).status()).isEqualTo(200);
        assertThat(balance(rest)).isEqualTo("30.00");
        assertThat(held(seller, fresh, 5_000).granted()).isEqualTo(5_000);
    }

    @Test
    void creditIsGivenWithAReasonToACustomerOfAStoreThatSellsForThatMoney() {
        String path = API + "/customers/" + UUID.randomUUID() + "/credit";
        Money limit = money("1000.00");
        assertThat(server.admin().put(path, Map.of("limit", limit, "note", "")).code())
                .isEqualTo("note_needed");
        assertThat(server.admin().put(path, Map.of("limit", limit, "note", "x")).status())
                .isEqualTo(404);
        assertThat(
                        server.admin()
                                .put(path, Map.of("limit", limit, "home_store", "S99", "note", "x"))
                                .code())
                .isEqualTo("unknown_store");
    }
}
