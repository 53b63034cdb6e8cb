package kmmotos.server.orders;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kmmotos.model.orders.OrderStep;
import kmmotos.model.pricing.SignedCoupon;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.pricing.CouponStore;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// What the tills' facts do to web orders: picked, ready, refused, handed over by a sale. A fact
/// that an order can't follow, because it was cancelled or expired meanwhile, stands as it is and
/// goes to the work list for a person.
///
/// Comes before the effect on stock, so that what is handed over is let go of before it leaves.
public final class OrderEffect implements Effect {

    private final Clock clock;
    private final OrderStore orders = new OrderStore();
    private final CouponStore coupons = new CouponStore();

    public OrderEffect(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<String> used = new ArrayList<>();
        for (NewEvent event : events) {
            event.event().orderStep().ifPresent(step -> take(session, event, step, news));
            if (event.event() instanceof Event.SaleCompleted(var sale)
                    && sale.orderId().isEmpty()) {
                sale.coupons().stream()
                        .filter(code -> !SignedCoupon.isCode(code))
                        .forEach(used::add);
            }
        }
        Set<String> over = coupons.usedAtTill(session, used);
        if (!over.isEmpty()) {
            events.forEach(event -> raiseOverused(session, event, over));
        }
    }

    /// A till that held a lease on the coupon had its use for itself; whoever used it without one
    /// used it once too often.
    private void raiseOverused(StatelessSession session, NewEvent event, Set<String> over) {
        if (event.event() instanceof Event.SaleCompleted(var sale)
                && sale.orderId().isEmpty()
                && sale.couponLeases().isEmpty()) {
            sale.coupons().stream()
                    .filter(over::contains)
                    .findFirst()
                    .ifPresent(code ->
                            raise(
                                    session,
                                    event,
                                    "coupon_overused",
                                    ("Coupon %s had no use left for this sale, %s, which took it"
                                                    + " without asking the server: all are used, or"
                                                    + " held by tills. It is booked as it was"
                                                    + " sold.")
                                            .formatted(code, sale.receiptNumber())));
        }
    }

    private void take(StatelessSession session, NewEvent event, OrderStep step, News news) {
        Till till = event.till();
        switch (orders.becomeAt(session, till.storeId(), step.orderId(), step.next())) {
            case OrderStore.Outcome.Done(var order) ->
                    news.add(Scope.store(order.store()), new Policy.OrderChanged(order));
            case OrderStore.Outcome.Unknown _ ->
                    raise(
                            session,
                            event,
                            "unknown_order",
                            "Store %s knows no web order %s."
                                    .formatted(till.storeId(), step.orderId()));
            case OrderStore.Outcome.NotPossible(var order) -> {
                boolean same = order.state().word().equals(step.next().word());
                if (!same) {
                    raise(
                            session,
                            event,
                            "order_not_open",
                            "Order %s is %s and can't become %s."
                                    .formatted(
                                            order.number(),
                                            order.state().word(),
                                            step.next().word()));
                }
            }
        }
    }

    private void raise(StatelessSession session, NewEvent event, String code, String cause) {
        EventStore.raise(session, event.till(), event.entry(), code, cause, clock.instant());
    }
}
