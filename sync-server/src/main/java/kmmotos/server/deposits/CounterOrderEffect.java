package kmmotos.server.deposits;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderProgress.Payment;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.deposits.CounterOrderStore.Changed;
import kmmotos.server.deposits.CounterOrderStore.Fact;
import kmmotos.server.orders.Reservations;
import kmmotos.server.sales.LedgerStore;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What the tills' facts make of orders of counters: their state and deposits, the goods that are
/// held for them, and what is kept when one is cancelled (`deposit` against `deposit_fees` in the
/// ledger). The deposits themselves are tenders of sales, in the ledger with these.
///
/// Comes before the effect on stock, so that what is handed over is let go of before it leaves.
public final class CounterOrderEffect implements Effect {

    private final Clock clock;
    private final CounterOrderStore orders = new CounterOrderStore();
    private final Reservations reservations = new Reservations();

    public CounterOrderEffect(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        Instant now = clock.instant();
        SortedMap<UUID, List<NewEvent>> touched = new TreeMap<>();
        for (NewEvent event : events) {
            if (event.event() instanceof Event.CounterOrderPlaced(CounterOrder order)) {
                refuseAnotherStore(event, order.store());
                orders.place(session, event.entry().eventId(), order, now);
                touch(touched, order.orderId(), event);
            }
            for (Fact fact : facts(event)) {
                orders.add(session, fact);
                touch(touched, fact.orderId(), event);
            }
        }
        touched.forEach((orderId, about) ->
                orders.fold(session, orderId, now)
                        .ifPresent(changed -> follow(session, changed, about, news)));
    }

    private static void touch(Map<UUID, List<NewEvent>> touched, UUID orderId, NewEvent event) {
        touched.computeIfAbsent(orderId, _ -> new ArrayList<>()).add(event);
    }

    private static void refuseAnotherStore(NewEvent event, StoreId store) {
        if (!store.equals(event.till().storeId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot tell of an order of store %s"
                            .formatted(event.till().storeId(), store));
        }
    }

    private static List<Fact> facts(NewEvent event) {
        return switch (event.event()) {
            case Event.CounterOrderMoved moved -> {
                refuseAnotherStore(event, moved.store());
                yield List.of(
                        new Fact(
                                event.entry().eventId(),
                                moved.orderId(),
                                moved.store(),
                                moved.next().at(),
                                Optional.of(moved.next()),
                                Optional.empty()));
            }
            case Event.SaleCompleted(Sale sale) ->
                    sale.deposits()
                            .map(Tender.Deposit::orderId)
                            .distinct()
                            .map(orderId -> fact(event, sale, orderId))
                            .toList();
            default -> List.of();
        };
    }

    private static Fact fact(NewEvent event, Sale sale, UUID orderId) {
        return new Fact(
                event.entry().eventId(),
                orderId,
                sale.store(),
                sale.at(),
                sale.handsOver(orderId)
                        ? Optional.of(new CounterOrderState.HandedOver(sale.at(), sale.saleId()))
                        : Optional.empty(),
                Optional.of(new Payment(sale.saleId(), sale.at(), sale.depositFor(orderId))));
    }

    private void follow(
            StatelessSession session, Changed changed, List<NewEvent> about, News news) {
        CounterOrderProgress after = changed.after();
        CounterOrder order = after.order();
        hold(session, after);
        postFee(session, changed, about);
        raiseWhatCannotBe(session, after, about);
        news.add(Scope.store(order.store()), new Policy.CounterOrderChanged(after));
    }

    /// Of goods for a customer that wait in the shop nobody is promised any.
    private void hold(StatelessSession session, CounterOrderProgress progress) {
        CounterOrder order = progress.order();
        reservations.release(session, order.orderId());
        if (progress.state().holdsGoods()) {
            SortedMap<Sku, Quantity> wanted = new TreeMap<>();
            order.lines()
                    .forEach(line -> wanted.merge(line.sku(), line.quantity(), Quantity::plus));
            reservations.hold(session, order.orderId(), order.store(), wanted);
        }
    }

    private static void postFee(StatelessSession session, Changed changed, List<NewEvent> about) {
        if (changed.before().state().isOpen()
                && changed.after().state() instanceof CounterOrderState.Cancelled cancelled
                && cancelled.fee().isPositive()) {
            NewEvent event = about.getLast();
            LedgerStore.post(
                    session,
                    List.of(
                            new LedgerStore.Posting(
                                    event.entry().eventId(),
                                    changed.after().order().store(),
                                    changed.after().order().day(),
                                    Map.of(
                                            "deposit",
                                            cancelled.fee(),
                                            "deposit_fees",
                                            cancelled.fee().negated()))));
        }
    }

    private void raiseWhatCannotBe(
            StatelessSession session, CounterOrderProgress after, List<NewEvent> about) {
        String number = after.order().number();
        for (NewEvent event : about) {
            boolean isOtherEnd =
                    facts(event).stream()
                            .filter(fact -> fact.orderId().equals(after.order().orderId()))
                            .flatMap(fact -> fact.state().stream())
                            .anyMatch(state -> !state.isOpen() && !state.equals(after.state()));
            if (isOtherEnd) {
                raise(
                        session,
                        event,
                        "counter_order_not_open",
                        "Order %s is %s already; it is booked.".formatted(number, word(after)));
            } else if (after.owed().isNegative()) {
                raise(
                        session,
                        event,
                        "deposit_overused",
                        "Of the deposits for order %s %s more was used than paid in; it is booked."
                                .formatted(number, after.owed().negated()));
            }
        }
    }

    private static String word(CounterOrderProgress progress) {
        return progress.state().word();
    }

    private void raise(StatelessSession session, NewEvent event, String code, String cause) {
        EventStore.raise(session, event.till(), event.entry(), code, cause, clock.instant());
    }
}
