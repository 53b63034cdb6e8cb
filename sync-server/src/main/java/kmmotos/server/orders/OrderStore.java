package kmmotos.server.orders;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Page;
import kmmotos.server.pricing.CouponStore;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Web orders. Each change of state is told to the tills of the order's store.
public final class OrderStore {

    /// What became of a change of state.
    public sealed interface Outcome {
        record Done(Order order) implements Outcome {}

        record Unknown() implements Outcome {}

        /// The order stands where the wanted state can't follow.
        record NotPossible(Order order) implements Outcome {}
    }

    private final Reservations reservations = new Reservations();
    private final CouponStore coupons = new CouponStore();

    public Optional<Order> find(StatelessSession session, UUID orderId) {
        return Sql.first(
                session,
                "select document from customer_order where order_id = ?",
                row -> Sql.json(row, "document", Order.class),
                orderId);
    }

    /// Keeps the address that was left with an order.
    void noteEmail(StatelessSession session, UUID orderId, String email) {
        Sql.update(
                session,
                "update customer_order set contact_email = ? where order_id = ?",
                email,
                orderId);
    }

    /// A guest's order by its number and the address that was left with it.
    Optional<Order> ofGuest(StatelessSession session, String number, String email) {
        return Sql.first(
                session,
                "select document from customer_order where number = ? and customer_id is null"
                        + " and lower(contact_email) = lower(?)",
                row -> Sql.json(row, "document", Order.class),
                number,
                email);
    }

    /// A customer's own orders, newest first.
    Page<Order> of(StatelessSession session, UUID customerId, Page.Wanted wanted) {
        return page(
                session,
                wanted,
                "select document from customer_order where customer_id = ?",
                List.of(customerId));
    }

    /// All of a customer's own orders as they see them, newest first.
    public List<OrderView> allOf(StatelessSession session, UUID customerId) {
        return Sql.list(
                session,
                "select document from customer_order where customer_id = ?"
                        + " order by placed_at desc, order_id desc",
                row -> OrderView.of(Sql.json(row, "document", Order.class), Optional.empty()),
                customerId);
    }

    /// The orders head office sees, newest first.
    ///
    /// @param state one state's word, or empty for all
    public Page<Order> page(
            StatelessSession session,
            Optional<StoreId> store,
            Optional<String> state,
            Page.Wanted wanted) {
        StringBuilder sql = new StringBuilder("select document from customer_order where true");
        List<Object> parameters = new ArrayList<>();
        store.ifPresent(id -> {
            sql.append(" and store_id = ?");
            parameters.add(id.value());
        });
        state.ifPresent(word -> {
            sql.append(" and state = ?");
            parameters.add(word);
        });
        return page(session, wanted, sql.toString(), parameters);
    }

    /// Runs through the open orders of a store, as news for a till.
    public void forEachOpen(StatelessSession session, StoreId store, Consumer<Policy> consumer) {
        Sql.list(
                        session,
                        "select document from customer_order where store_id = ? and state in"
                                + " ('placed', 'picked', 'ready') order by placed_at",
                        row -> Sql.json(row, "document", Order.class),
                        store.value())
                .forEach(order -> consumer.accept(new Policy.OrderChanged(order)));
    }

    /// The number of the next order.
    String nextNumber(StatelessSession session) {
        return "W-"
                + Sql.first(session, "select nextval('order_number')", row -> row.getLong(1))
                        .orElseThrow();
    }

    /// Keeps a new order with what is held for it, and completes its cart.
    ///
    /// @param tokenHash of a guest's token, which shows them the order again
    public void place(
            StatelessSession session,
            Order order,
            byte @Nullable [] tokenHash,
            UUID cartId,
            List<Reservations.Wanted> held) {
        Sql.update(
                session,
                "with placed as (insert into customer_order (order_id, number, store_id,"
                        + " customer_id, token_hash, state, document, placed_at, expires_at,"
                        + " changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"
                        + " update cart set order_id = ?, version = version + 1"
                        + " where cart_id = ?",
                order.orderId(),
                order.number(),
                order.store().value(),
                order.customerId().orElse(null),
                tokenHash,
                order.state().word(),
                json(order),
                order.placedAt(),
                order.expiresAt(),
                order.placedAt(),
                order.orderId(),
                cartId);
        reservations.keep(session, order.orderId(), order.store(), held);
        tell(session, order);
    }

    /// Brings an order into its next state, if that may follow: what a till says it did, or what
    /// the customer, head office or the clock want.
    public Outcome become(StatelessSession session, UUID orderId, OrderState next) {
        Outcome outcome = becomeQuietly(session, orderId, next);
        if (outcome instanceof Outcome.Done(Order order)) {
            tell(session, order);
        }
        return outcome;
    }

    /// As [#become]; the caller tells the tills, as the last thing in its transaction.
    Outcome becomeQuietly(StatelessSession session, UUID orderId, OrderState next) {
        return become(session, lock(session, orderId), next);
    }

    /// As [#becomeQuietly], for an order of this store; the caller tells the tills, as the last
    /// thing in its transaction.
    public Outcome becomeAt(
            StatelessSession session, StoreId store, UUID orderId, OrderState next) {
        return become(
                session,
                Sql.first(
                        session,
                        "select document from customer_order where order_id = ? and store_id = ?"
                                + " for update",
                        row -> Sql.json(row, "document", Order.class),
                        orderId,
                        store.value()),
                next);
    }

    private Outcome become(StatelessSession session, Optional<Order> found, OrderState next) {
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!found.get().state().mayBecome(next)) {
            return new Outcome.NotPossible(found.get());
        }
        Order order = found.get().in(next);
        Sql.update(
                session,
                "update customer_order set state = ?, document = ?, changed_at = ?"
                        + " where order_id = ?",
                next.word(),
                json(order),
                next.at(),
                order.orderId());
        switch (next) {
            case OrderState.Placed _, OrderState.Ready _ -> {}
            case OrderState.Picked _ -> reservations.firm(session, order.orderId());
            case OrderState.HandedOver _ -> reservations.release(session, order.orderId());
            case OrderState.Cancelled _, OrderState.Expired _ -> {
                reservations.release(session, order.orderId());
                coupons.giveBack(session, order.coupons());
            }
        }
        return new Outcome.Done(order);
    }

    /// An order that nobody else changes until the transaction ends.
    Optional<Order> lock(StatelessSession session, UUID orderId) {
        return Sql.first(
                session,
                "select document from customer_order where order_id = ? for update",
                row -> Sql.json(row, "document", Order.class),
                orderId);
    }

    /// Keeps an open order as it is now, in the state it was in.
    void change(StatelessSession session, Order order, Instant now) {
        Sql.update(
                session,
                "update customer_order set store_id = ?, document = ?, changed_at = ?"
                        + " where order_id = ?",
                order.store().value(),
                json(order),
                now,
                order.orderId());
    }

    /// Orders that nobody came for in time.
    List<UUID> due(StatelessSession session, Instant now, int atMost) {
        return Sql.list(
                session,
                "select order_id from customer_order where expires_at <= ? and state in"
                        + " ('placed', 'picked', 'ready') order by expires_at limit ?",
                row -> row.getObject(1, UUID.class),
                now,
                atMost);
    }

    private static void tell(StatelessSession session, Order order) {
        Feed.publish(session, Scope.store(order.store()), List.of(new Policy.OrderChanged(order)));
    }

    private static Page<Order> page(
            StatelessSession session,
            Page.Wanted wanted,
            String select,
            List<? extends Object> parameters) {
        List<@Nullable Object> all = new ArrayList<>(parameters);
        String after = "";
        if (!wanted.first()) {
            after = " and (placed_at, order_id) < (?::timestamptz, ?::uuid)";
            all.addAll(wanted.after());
        }
        all.add(wanted.rowsToRead());
        return Page.of(
                Sql.list(
                        session,
                        select + after + " order by placed_at desc, order_id desc limit ?",
                        row -> Sql.json(row, "document", Order.class),
                        all.toArray()),
                wanted,
                order -> List.of(order.placedAt().toString(), order.orderId().toString()));
    }

    private static String json(Order order) {
        return new String(CanonicalJson.bytes(order), StandardCharsets.UTF_8);
    }
}
