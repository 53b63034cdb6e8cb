package kmmotos.model.deposits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.stores.DepositRules;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CounterOrderProgressTest {

    private static final Instant AT = SampleSales.AT;
    private static final Money NONE = Money.zero(SampleStores.BRL);

    private final CounterOrderProgress asked =
            CounterOrderProgress.of(SampleCounterOrders.special());

    private static UUID id(int n) {
        return new UUID(0, n);
    }

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    @Test
    void depositsAddUpAndOneThatIsKnownTwiceCountsOnce() {
        var first = SampleCounterOrders.deposit(id(1), "10.00");
        var paid = asked.plus(first).plus(SampleCounterOrders.deposit(id(2), "5.00")).plus(first);
        assertThat(paid.paid()).isEqualTo(money("15.00"));
        assertThat(paid.rest()).isEqualTo(asked.order().total().minus(money("15.00")));
    }

    @Test
    void handingOverUsesTheDepositsUpAndEndsTheOrder() {
        var over =
                asked.plus(SampleCounterOrders.deposit(id(1), "10.00"))
                        .plus(SampleCounterOrders.handedOver(id(2), "10.00"));
        assertThat(over.state()).isInstanceOf(CounterOrderState.HandedOver.class);
        assertThat(over.isOver()).isTrue();
    }

    @Test
    void aDepositIsNoRevenueAndStandsOnALineOfItsOwn() {
        var totals =
                ShiftTotals.none(SampleStores.BRL)
                        .plus(SampleCounterOrders.deposit(id(1), "10.00"));
        assertThat(totals.takings()).isEqualTo(NONE);
        assertThat(totals.tax()).isEqualTo(NONE);
        assertThat(totals.by("deposit")).isEqualTo(money("-10.00"));
        assertThat(totals.cashInDrawer()).isEqualTo(money("10.00"));
    }

    @Test
    void whatIsPutAsideIsHeldFromTheBeginningAndASpecialOrderOnceItIsThere() {
        assertThat(CounterOrderProgress.of(SampleCounterOrders.layaway()).state().holdsGoods())
                .isTrue();
        assertThat(asked.state().holdsGoods()).isFalse();
        assertThat(asked.become(new CounterOrderState.Waiting(AT, "A3")).state().holdsGoods())
                .isTrue();
    }

    @Test
    void aCancelledOrderOwesWhatWasPaidLessTheFee() {
        var cancelled =
                asked.plus(SampleCounterOrders.deposit(id(1), "10.00"))
                        .become(new CounterOrderState.Cancelled(AT, "gave up", money("4.00")));
        assertThat(cancelled.owed()).isEqualTo(money("6.00"));
        assertThat(cancelled.isOver()).isFalse();
    }

    @Test
    void theFeeIsNeverMoreThanWasPaid() {
        var rules = new DepositRules(0, 100, 30);
        assertThat(asked.plus(SampleCounterOrders.deposit(id(1), "10.00")).fee(rules))
                .isEqualTo(money("10.00"));
    }

    @Test
    void nothingGoesBackwardAndNothingFollowsAnEnd() {
        var waiting = asked.become(new CounterOrderState.Waiting(AT, "A3"));
        assertThat(waiting.become(new CounterOrderState.Ordered(AT, asked.order().due())))
                .isEqualTo(waiting);
        var over = waiting.become(new CounterOrderState.Cancelled(AT, "gave up", NONE));
        assertThat(over.become(new CounterOrderState.HandedOver(AT, id(1)))).isEqualTo(over);
    }

    @RepeatedTest(50)
    void inWhateverOrderFactsBecomeKnownTheyComeToTheSame(RepetitionInfo run) {
        List<UnaryOperator<CounterOrderProgress>> facts =
                new ArrayList<>(
                        List.of(
                                one -> one.plus(SampleCounterOrders.deposit(id(1), "10.00")),
                                one -> one.plus(SampleCounterOrders.deposit(id(2), "5.00")),
                                one ->
                                        one.become(
                                                new CounterOrderState.Ordered(
                                                        AT, one.order().due())),
                                one ->
                                        one.become(
                                                new CounterOrderState.Waiting(
                                                        AT.plus(Duration.ofDays(1)), "A3")),
                                one -> one.plus(SampleCounterOrders.handedOver(id(3), "15.00"))));
        var inOrder = asked;
        for (var fact : facts) {
            inOrder = fact.apply(inOrder);
        }
        Collections.shuffle(facts, new Random(run.getCurrentRepetition()));
        var mixed = asked;
        var other = asked;
        for (int i = 0; i < facts.size(); i++) {
            if (i % 2 == 0) {
                mixed = facts.get(i).apply(mixed);
            } else {
                other = facts.get(i).apply(other);
            }
        }
        assertThat(mixed.merged(other))
                .as("seed %d", run.getCurrentRepetition())
                .isEqualTo(inOrder);
    }

    @Test
    void anOrderNamesItsCustomerAndAddsUp() {
        var order = SampleCounterOrders.special();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CounterOrder(
                                order.orderId(),
                                order.number(),
                                order.kind(),
                                order.store(),
                                order.device(),
                                order.day(),
                                order.at(),
                                order.staffId(),
                                order.customerId(),
                                " ",
                                order.phone(),
                                order.email(),
                                order.lines(),
                                order.total(),
                                order.due(),
                                order.supplier(),
                                order.note()));
    }
}
