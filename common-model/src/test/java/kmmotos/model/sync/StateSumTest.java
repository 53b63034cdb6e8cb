package kmmotos.model.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.orders.SampleOrders;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.Test;

class StateSumTest {

    private static final StoreId STORE = SampleStores.SAO_PAULO.storeId();

    private static Map<String, String> sums(List<Policy> policies) {
        StateSum sum = new StateSum(STORE);
        policies.forEach(sum::add);
        return sum.sums();
    }

    private static Policy level(String sku, int onHand) {
        return new Policy.StockLevel(STORE, new Sku(sku), Quantity.of(onHand));
    }

    @Test
    void theOrderDoesNotMatter() {
        List<Policy> policies = new ArrayList<>(MessagesTest.policies().toList());
        Map<String, String> before = sums(policies);
        Collections.shuffle(policies, new Random(7));

        assertThat(sums(policies)).isEqualTo(before);
    }

    @Test
    void whatWasSummedUpApartAddsUpToTheSame() {
        List<Policy> policies = MessagesTest.policies().toList();
        StateSum one = new StateSum(STORE);
        policies.subList(0, 5).forEach(one::add);
        StateSum other = new StateSum(STORE);
        policies.subList(5, policies.size()).forEach(other::add);
        one.addAll(other);

        assertThat(one.sums()).isEqualTo(sums(policies));
    }

    @Test
    void eachTypeHasASumOfItsOwnSoThatADifferenceIsNamed() {
        Map<String, String> one =
                sums(List.of(level("A", 1), new Policy.StoreChanged(SampleStores.SAO_PAULO)));
        Map<String, String> other =
                sums(List.of(level("A", 2), new Policy.StoreChanged(SampleStores.SAO_PAULO)));

        assertThat(one.get("store_changed")).isEqualTo(other.get("store_changed"));
        assertThat(one.get("stock_level")).isNotEqualTo(other.get("stock_level"));
    }

    @Test
    void whatIsThereTwiceIsNotTakenForWhatIsThereNever() {
        assertThat(sums(List.of(level("A", 1), level("A", 1)))).isNotEqualTo(sums(List.of()));
        assertThat(sums(List.of(level("A", 2), level("B", 1))))
                .isNotEqualTo(sums(List.of(level("A", 1), level("B", 2))));
    }

    @Test
    void nothingOnHandIsTheSameAsNoFigure() {
        assertThat(sums(List.of(level("A", 0)))).isEmpty();
    }

    @Test
    void openOrdersHaveASumOfTheirOwnThatOlderTillsPassOver() {
        Order placed = SampleOrders.placed();
        Order ready = placed.in(new OrderState.Ready(placed.placedAt(), "A3"));

        assertThat(sums(List.of(new Policy.OrderChanged(placed)))).isEmpty();
        assertThat(orders(placed)).startsWith("1-").isNotEqualTo(orders(ready));
        assertThat(orders()).isEqualTo("0-0");
    }

    @Test
    void anOrderIsTheSameWheneverAndByWhomeverItWasMadeReady() {
        Order placed = SampleOrders.placed();

        assertThat(orders(placed.in(new OrderState.Ready(placed.placedAt(), "A3"))))
                .isEqualTo(orders(placed.in(new OrderState.Ready(placed.expiresAt(), "B1"))));
    }

    @Test
    void anOrderThatCameToItsEndCountsNoMore() {
        Order placed = SampleOrders.placed();

        assertThat(orders(placed.in(new OrderState.Expired(placed.expiresAt()))))
                .isEqualTo(orders());
    }

    private static String orders(Order... orders) {
        StateSum sum = new StateSum(STORE);
        List.of(orders).forEach(order -> sum.add(new Policy.OrderChanged(order)));
        return sum.orders();
    }

    @Test
    void aDigestComesBackAsItWasSent() throws Exception {
        StateDigest digest =
                new StateDigest(
                        Cursor.START,
                        Optional.of(SampleEvents.INCARNATION),
                        12,
                        new java.util.TreeMap<>(sums(List.of(level("A", 3)))),
                        Optional.of("0-0"),
                        List.of("ab12"));

        String json = Json.MAPPER.writeValueAsString(digest);

        assertThat(Json.MAPPER.readValue(json, StateDigest.class)).isEqualTo(digest);
        assertThat(json)
                .contains("\"sums\":{\"stock_level\":\"1-")
                .contains("\"price_lists\":[\"ab12\"]");
    }
}
