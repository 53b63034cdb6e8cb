package kmmotos.model.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
    private static final OrderState PLACED = new OrderState.Placed(AT);
    private static final OrderState PICKED = new OrderState.Picked(AT, new UUID(0, 1));
    private static final OrderState READY = new OrderState.Ready(AT, "A3");
    private static final OrderState HANDED_OVER = new OrderState.HandedOver(AT, new UUID(0, 2));
    private static final OrderState CANCELLED = new OrderState.Cancelled(AT, "changed my mind");
    private static final OrderState EXPIRED = new OrderState.Expired(AT);
    private static final List<OrderState> ALL =
            List.of(PLACED, PICKED, READY, HANDED_OVER, CANCELLED, EXPIRED);

    @Test
    void anOrderGoesForwardOnlyAndNothingFollowsItsEnd() {
        for (OrderState from : ALL) {
            for (OrderState to : ALL) {
                boolean forward = from.isOpen() && ALL.indexOf(from) < ALL.indexOf(to);
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(forward);
            }
        }
    }

    @Test
    void goodsAreHeldUntilItsEnd() {
        assertThat(ALL).filteredOn(OrderState::isOpen).containsExactly(PLACED, PICKED, READY);
    }

    @Test
    void theRightCodeOpensTheOrderHoweverItIsTyped() {
        Order order = SampleOrders.placed();
        assertThat(order.opensWith(new PickupCode("7k3m9qxt"))).isTrue();
        assertThat(order.opensWith(new PickupCode("7K3M 9QXT"))).isTrue();
        assertThat(order.opensWith(new PickupCode("7K3M-9QXU".replace('U', 'V')))).isFalse();
    }

    @Test
    void lettersThatLookLikeDigitsAreReadAsDigits() {
        assertThat(new PickupCode("oil0-1234").value()).isEqualTo("01101234");
        assertThatIllegalArgumentException().isThrownBy(() -> new PickupCode("123"));
    }

    @Test
    void randomCodesAreWellFormed() {
        PickupCode code = PickupCode.random(new SecureRandom());
        assertThat(new PickupCode(code.value())).isEqualTo(code);
    }

    @Test
    void theTotalIsTheSumOfTheLines() {
        Order order = SampleOrders.placed();
        assertThat(order.in(READY).state()).isEqualTo(READY);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Order(
                                order.orderId(),
                                order.number(),
                                order.store(),
                                order.customerId(),
                                order.contactName(),
                                order.contactPhone(),
                                order.lines(),
                                order.total().negated(),
                                order.coupons(),
                                order.placedAt(),
                                order.expiresAt(),
                                order.pickupCodeHash(),
                                order.state()));
    }
}
