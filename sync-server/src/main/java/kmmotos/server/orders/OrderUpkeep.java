package kmmotos.server.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kmmotos.model.orders.OrderState;
import kmmotos.server.pricing.CouponStore;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to happen by itself: orders expire and give their goods back, tills learn of used
/// coupons, abandoned carts go. Several nodes may do so at once; each order changes once.
public final class OrderUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderUpkeep.class);
    private static final Caller CALLER = new Caller.Server("orders");
    private static final Duration CART_KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Clock clock;
    private final OrderStore orders = new OrderStore();
    private final CouponStore coupons = new CouponStore();
    private final CartStore carts = new CartStore();
    private final ScheduledExecutorService timer;

    private OrderUpkeep(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("order-upkeep").factory());
    }

    public static OrderUpkeep start(Database database, Clock clock, Duration every) {
        OrderUpkeep upkeep = new OrderUpkeep(database, clock);
        var _ =
                upkeep.timer.scheduleWithFixedDelay(
                        upkeep::runSafely,
                        every.toMillis(),
                        every.toMillis(),
                        TimeUnit.MILLISECONDS);
        return upkeep;
    }

    /// One round; answers how many orders expired.
    public static int run(Database database, Clock clock) {
        try (OrderUpkeep upkeep = new OrderUpkeep(database, clock)) {
            return upkeep.run();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private int run() {
        Instant now = clock.instant();
        List<UUID> due =
                database.inTransaction(CALLER, session -> orders.due(session, now, AT_ONCE));
        for (UUID orderId : due) {
            database.execute(
                    CALLER,
                    session -> {
                        OrderStore.Outcome _ =
                                orders.become(session, orderId, new OrderState.Expired(now));
                    });
        }
        database.execute(
                CALLER,
                session -> {
                    carts.forget(session, now.minus(CART_KEPT));
                    coupons.tellUses(session);
                });
        return due.size();
    }

    /// A round that fails, perhaps because the database is away, must not end the timer.
    private void runSafely() {
        try {
            int expired = run();
            if (expired > 0) {
                LOG.info("{} orders expired", expired);
            }
        } catch (RuntimeException e) {
            LOG.warn("upkeep of orders failed, next round as usual: {}", e.toString());
        }
    }
}
