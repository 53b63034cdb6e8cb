package kmmotos.server.shortages;

import static kmmotos.server.shortages.OversoldItem.API;
import static kmmotos.server.shortages.OversoldItem.S1;
import static kmmotos.server.shortages.OversoldItem.S2;
import static kmmotos.server.shortages.OversoldItem.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.OrderState;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.server.SampleShop;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import kmmotos.server.sync.Invariants;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What head office does about an oversell case, and that doing it ends the case.
class ShortageActionIT {

    /// Before any shop was last heard, so that none is silent.
    private static final Instant NOW = Instant.parse("2020-01-01T00:00:00Z");

    private static OversoldItem.Chain chain;
    private static TestServer server;
    private static SampleShop shop;
    private static TestTill near;

    private OversoldItem item;

    @BeforeAll
    static void start() {
        chain = OversoldItem.Chain.start();
        server = chain.server();
        shop = chain.shop();
        near = chain.near();
    }

    @AfterAll
    static void stop() {
        chain.close();
    }

    @BeforeEach
    void oversell() {
        item = new OversoldItem(chain);
    }

    @AfterEach
    void nothingIsBroken() {
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void anotherStoreIsAskedAndItsTransferAnswersTheRequest() {
        item.receive(near, 9);
        JsonNode action =
                item.act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "5")).json();

        TransferRequest request =
                near.told(Policy.TransferRequestChanged.class).getLast().request();
        assertThat(request.to()).isEqualTo(S1);
        assertThat(request.requestId().toString()).isEqualTo(action.path("action_id").asText());
        assertThat(near.snapshot()).anyMatch(line -> line.contains(request.requestId().toString()));
        assertThat(item.found().at("/actions/0/kind").asText()).isEqualTo("ASK_STORE");
        assertThat(item.found().at("/actions/0/staff_id").asText()).isNotEmpty();

        JournalEntry _ = near.tell(new Event.TransferSent(request.answeredWith(request.lines())));
        assertThat(near.told(Policy.TransferRequestChanged.class).getLast().open()).isFalse();
        assertThat(shop.till().told(Policy.TransferRequestChanged.class).getLast().open())
                .isFalse();
        JournalEntry _ =
                shop.till()
                        .tell(
                                new Event.TransferReceived(
                                        new TransferReceipt(
                                                UUID.randomUUID(),
                                                request.requestId(),
                                                S2,
                                                S1,
                                                request.lines())));
        assertThat(item.isOpen()).isFalse();
    }

    @Test
    void aTillAsksAnotherStoreByAFactAndItIsNotedInTheCase() {
        TransferRequest request =
                new TransferRequest(
                        UUID.randomUUID(),
                        S2,
                        S1,
                        List.of(new Transfer.Line(new Sku(item.sku), Quantity.of(5))),
                        Instant.EPOCH,
                        UUID.randomUUID());
        JournalEntry _ = shop.till().tell(new Event.TransferRequested(request));

        assertThat(near.told(Policy.TransferRequestChanged.class).getLast().request())
                .isEqualTo(request);
        assertThat(item.found().at("/actions/0/store").asText()).isEqualTo("S2");
        assertThat(item.found().at("/actions/0/staff_id").asText())
                .isEqualTo(request.askedBy().toString());
    }

    @Test
    void aRequestThatNobodyNeedsAnyMoreIsWithdrawn() {
        item.receive(near, 9);
        assertThat(item.act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "5")).status())
                .isEqualTo(201);
        item.receive(shop.till(), 5);

        ShortageNews.tell(server.database(), NOW);
        assertThat(near.told(Policy.TransferRequestChanged.class).getLast().open()).isFalse();
    }

    @Test
    void anotherStoreFulfilsTheOrderWithItsOwnStockAndTheCaseCloses() {
        item.receive(near, 9);
        String order = item.secondOrder.path("order_id").asText();
        assertThat(item.move(order).status()).isEqualTo(201);
        assertThat(item.move(item.firstOrder.path("order_id").asText()).status()).isEqualTo(201);

        JsonNode moved = item.second.order(item.secondOrder).json();
        assertThat(moved.path("store").asText()).isEqualTo("S2");
        assertThat(moved.at("/state/type").asText()).isEqualTo("placed");
        assertThat(item.isOpen()).isFalse();
        assertThat(near.told(Policy.OrderChanged.class))
                .anyMatch(told -> told.order().orderId().equals(id(item.secondOrder)));
        assertThat(shop.till().told(Policy.OrderChanged.class).getLast().order().state())
                .isInstanceOf(OrderState.Cancelled.class);
        assertThat(item.balance(S2)).isEqualTo("9/8");
        assertThat(item.balance(S1)).isEqualTo("3/0");
    }

    @Test
    void aStoreThatHasNotEnoughCannotTakeTheOrderAndNothingChanges() {
        item.receive(near, 3);

        Reply reply = item.move(item.secondOrder.path("order_id").asText());

        assertThat(reply.code()).isEqualTo("out_of_stock");
        assertThat(item.balance(S1)).isEqualTo("3/8");
        assertThat(item.balance(S2)).isEqualTo("3/0");
        assertThat(item.found().path("actions")).isEmpty();
    }

    @Test
    void whatIsPutAsideIsNotMoved() {
        item.receive(near, 9);
        item.pickSecond();

        assertThat(item.move(item.secondOrder.path("order_id").asText()).code())
                .isEqualTo("order_too_far");
    }

    @Test
    void aSubstituteTakesThePlaceAtTheAgreedPrice() {
        shop.stock("NEW-" + item.number, "7");
        shop.stock("SAME-" + item.number, "7");
        assertThat(item.shown().at("/proposals/substitutes").findValuesAsText("sku"))
                .containsExactly("NEW-" + item.number, "SAME-" + item.number);

        Reply reply =
                item.act(
                        Map.of(
                                "action",
                                "SUBSTITUTE",
                                "order_id",
                                item.secondOrder.path("order_id").asText(),
                                "sku",
                                "NEW-" + item.number));

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        JsonNode order = item.second.order(item.secondOrder).json();
        assertThat(order.at("/lines/0/priced/sku").asText()).isEqualTo("NEW-" + item.number);
        assertThat(order.at("/lines/0/description").asText()).contains("New shaft");
        assertThat(order.path("total")).isEqualTo(item.secondOrder.path("total"));
        assertThat(item.balance(S1)).isEqualTo("3/4");
        assertThat(
                        item.act(
                                        Map.of(
                                                "action",
                                                "SUBSTITUTE",
                                                "order_id",
                                                item.firstOrder.path("order_id").asText(),
                                                "sku",
                                                SampleShop.MIRROR))
                                .code())
                .isEqualTo("no_substitute");
    }

    @Test
    void aCancelledOrderTellsItsCustomerWhyAndARepeatedRequestIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        var cancel =
                Map.of(
                        "action",
                        "CANCEL_ORDER",
                        "order_id",
                        item.secondOrder.path("order_id").asText(),
                        "note",
                        "the last ones were damaged");

        Reply once = item.act(cancel, key);
        Reply again = item.act(cancel, key);

        assertThat(once.status()).as(once.text()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(once.text());
        assertThat(item.second.order(item.secondOrder).json().at("/state/why").asText())
                .isEqualTo("the last ones were damaged");
        assertThat(item.found().path("actions")).hasSize(1);
        assertThat(item.found().at("/orders")).hasSize(1);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(item.act(Map.of("action", "ASK_STORE", "store", "S1", "quantity", "1")).status())
                .isEqualTo(422);
        assertThat(item.act(Map.of("action", "ASK_STORE", "store", "XX", "quantity", "1")).status())
                .isEqualTo(422);
        assertThat(item.act(Map.of("action", "ASK_STORE", "store", "S2", "quantity", "0")).status())
                .isEqualTo(422);
        assertThat(
                        item.act(
                                        Map.of(
                                                "action",
                                                "CANCEL_ORDER",
                                                "order_id",
                                                UUID.randomUUID().toString(),
                                                "note",
                                                "x"))
                                .code())
                .isEqualTo("not_affected");
        assertThat(server.client().get(API).status()).isEqualTo(401);
    }
}
