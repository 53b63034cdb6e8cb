package kmmotos.server.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Fulfils an order otherwise than it was placed: from another store, or with another item. Only
/// while nobody has put its goods aside yet, and only with goods that can be promised now: what is
/// held moves from one balance to the other in one transaction.
public final class OrderRerouting {

    /// What became of it. Anything but Done means that the transaction has to be rolled back.
    public sealed interface Outcome {
        record Done(Order order) implements Outcome {}

        record Unknown() implements Outcome {}

        /// Its goods are put aside, or it is over.
        record NotPossible(Order order) implements Outcome {}

        record OutOfStock(Set<Sku> missing) implements Outcome {}
    }

    private final OrderStore orders = new OrderStore();
    private final Reservations reservations = new Reservations();

    /// Lets another store fulfil an order. The tills of the store that had it see it cancelled,
    /// with the other store as the reason.
    public Outcome move(
            StatelessSession session, UUID orderId, StoreId to, Instant now, News news) {
        Optional<Order> found = orders.lock(session, orderId);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Order before = found.get();
        if (!(before.state() instanceof OrderState.Placed) || before.store().equals(to)) {
            return new Outcome.NotPossible(before);
        }
        List<Reservations.Wanted> wanted = wanted(before);
        Order after = before.at(to);
        reservations.lock(session, orderId, to, wanted);
        reservations.release(session, orderId);
        Outcome outcome = hold(session, after, wanted, now);
        if (outcome instanceof Outcome.Done) {
            Order gone = before.in(new OrderState.Cancelled(now, "→ " + to));
            news.add(Scope.store(before.store()), new Policy.OrderChanged(gone));
            news.add(Scope.store(to), new Policy.OrderChanged(after));
        }
        return outcome;
    }

    /// Puts another item into the place of one, at the price that was agreed.
    public Outcome substitute(
            StatelessSession session,
            UUID orderId,
            Sku missing,
            Substitute substitute,
            Instant now,
            News news) {
        Optional<Order> found = orders.lock(session, orderId);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Order before = found.get();
        Quantity quantity =
                before.lines().stream()
                        .filter(line -> line.priced().sku().equals(missing))
                        .map(line -> line.priced().quantity())
                        .reduce(Quantity.ZERO, Quantity::plus);
        if (!(before.state() instanceof OrderState.Placed) || quantity.isZero()) {
            return new Outcome.NotPossible(before);
        }
        List<Reservations.Wanted> wanted =
                List.of(new Reservations.Wanted(substitute.sku(), quantity));
        Order after = before.substituting(missing, substitute.sku(), substitute.description());
        reservations.lock(session, orderId, before.store(), wanted);
        reservations.release(session, orderId, missing);
        Outcome outcome = hold(session, after, wanted, now);
        if (outcome instanceof Outcome.Done) {
            news.add(Scope.store(after.store()), new Policy.OrderChanged(after));
        }
        return outcome;
    }

    /// @param description what the customer will read
    public record Substitute(Sku sku, String description) {}

    /// Each item once: a substitute may be what another line has, too.
    private static List<Reservations.Wanted> wanted(Order order) {
        Map<Sku, Quantity> sums = new TreeMap<>();
        order.lines()
                .forEach(line ->
                        sums.merge(line.priced().sku(), line.priced().quantity(), Quantity::plus));
        return sums.entrySet().stream()
                .map(sum -> new Reservations.Wanted(sum.getKey(), sum.getValue()))
                .toList();
    }

    private Outcome hold(
            StatelessSession session, Order order, List<Reservations.Wanted> wanted, Instant now) {
        Set<Sku> missing = reservations.reserve(session, order.store(), wanted, now);
        if (!missing.isEmpty()) {
            return new Outcome.OutOfStock(missing);
        }
        reservations.keep(session, order.orderId(), order.store(), wanted);
        orders.change(session, order, now);
        return new Outcome.Done(order);
    }
}
