package kmmotos.model.deposits;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.DepositRules;

/// How far a counter's order has come: its state, and what was paid for it. It is a fold of facts:
/// two that know different ones of them come to the same when they are merged.
///
/// @param payments in the order of the sales' ids
public record CounterOrderProgress(
        CounterOrder order, CounterOrderState state, List<Payment> payments) {

    /// @param saleId by which it was paid in, paid back, or used up
    /// @param amount below 0 if it left the deposit
    public record Payment(UUID saleId, Instant at, Money amount) {}

    public CounterOrderProgress {
        payments = List.copyOf(payments);
    }

    public static CounterOrderProgress of(CounterOrder order) {
        return new CounterOrderProgress(order, order.first(), List.of());
    }

    /// What the shop holds of the customer's money.
    public Money paid() {
        return Money.sum(payments.stream().map(Payment::amount).toList(), order.total().currency());
    }

    /// What is still to be paid.
    public Money rest() {
        return order.total().minus(paid());
    }

    /// What is kept if the customer gives the order up now.
    public Money fee(DepositRules rules) {
        return rules.fee(order.total(), paid());
    }

    /// What the shop owes the customer: of a cancelled order, all but the fee.
    public Money owed() {
        return state instanceof CounterOrderState.Cancelled cancelled
                ? paid().minus(cancelled.fee())
                : paid();
    }

    /// Whether nothing is left to be done for it.
    @JsonIgnore
    public boolean isOver() {
        return !state.isOpen() && owed().isZero();
    }

    /// Whether it waits for goods of this item.
    public boolean awaits(Sku sku) {
        boolean isAwaited =
                state instanceof CounterOrderState.Asked
                        || state instanceof CounterOrderState.Ordered;
        return isAwaited && order.lines().stream().map(SaleLine::sku).anyMatch(sku::equals);
    }

    /// After a step; one that comes too late changes nothing.
    public CounterOrderProgress become(CounterOrderState next) {
        return state.mayBecome(next) ? new CounterOrderProgress(order, next, payments) : this;
    }

    /// After a sale that took deposits for it, gave some back, or handed the goods over.
    public CounterOrderProgress plus(Sale sale) {
        UUID orderId = order.orderId();
        CounterOrderProgress next = this;
        Money paidIn = sale.depositFor(orderId);
        if (!paidIn.isZero()) {
            next = next.with(List.of(new Payment(sale.saleId(), sale.at(), paidIn)));
        }
        return sale.handsOver(orderId)
                ? next.become(new CounterOrderState.HandedOver(sale.at(), sale.saleId()))
                : next;
    }

    /// What both know together.
    public CounterOrderProgress merged(CounterOrderProgress other) {
        return with(other.payments).become(other.state);
    }

    private CounterOrderProgress with(List<Payment> more) {
        Map<UUID, Payment> all = new TreeMap<>();
        payments.forEach(payment -> all.put(payment.saleId(), payment));
        more.forEach(payment -> all.put(payment.saleId(), payment));
        return new CounterOrderProgress(order, state, new ArrayList<>(all.values()));
    }
}
