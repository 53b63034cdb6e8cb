package kmmotos.server.shortages;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UuidV7;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Problem;
import kmmotos.server.orders.OrderRerouting;
import kmmotos.server.orders.OrderStore;
import kmmotos.server.stock.TransferRequestStore;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;

/// Does what people decide about a case, each time through the order or the request it concerns; no
/// figure is set. The case closes by itself when there is enough again.
final class ShortageRepair {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ShortageStore shortages = new ShortageStore();
    private final OrderStore orders = new OrderStore();
    private final OrderRerouting rerouting = new OrderRerouting();

    /// What somebody wants done.
    ///
    /// @param note what the customer (of a cancelled order) or the other store is told
    record Command(
            ShortageAction.Kind action,
            Optional<UUID> orderId,
            Optional<StoreId> store,
            Optional<Sku> sku,
            Optional<Quantity> quantity,
            String note) {}

    /// @throws kmmotos.server.http.Refusal 409 `case_closed`, `not_affected`, `order_too_far`,
    ///   `out_of_stock`; 422 `invalid_value`
    ShortageAction run(
            StatelessSession session, ShortageCase of, Command command, UUID staffId, Instant now) {
        if (!of.isOpen()) {
            throw Problem.of(409, "case_closed", "There is enough again; nothing is left to do.")
                    .refusal();
        }
        News news = new News();
        UUID actionId = UuidV7.of(now, RANDOM);
        switch (command.action()) {
            case ASK_STORE -> ask(session, of, command, actionId, staffId, now, news);
            case MOVE_ORDER -> move(session, of, command, now, news);
            case SUBSTITUTE -> substitute(session, of, command, now, news);
            case CANCEL_ORDER -> cancel(session, of, command, now, news);
        }
        ShortageAction action =
                new ShortageAction(
                        actionId,
                        command.action(),
                        command.orderId(),
                        command.store(),
                        command.sku(),
                        command.quantity(),
                        command.note(),
                        staffId,
                        now);
        shortages.add(session, of.caseId(), of.store(), action);
        Feed.publish(session, news.byScope());
        return action;
    }

    private void ask(
            StatelessSession session,
            ShortageCase of,
            Command command,
            UUID requestId,
            UUID staffId,
            Instant now,
            News news) {
        StoreId from = otherStore(session, of, command);
        Quantity quantity = command.quantity().orElseThrow(() -> invalid("/quantity"));
        try {
            var line = new Transfer.Line(of.sku(), quantity);
            TransferRequestStore.add(
                    session,
                    new TransferRequest(requestId, from, of.store(), List.of(line), now, staffId),
                    Optional.of(of.caseId()),
                    now,
                    news);
        } catch (IllegalArgumentException e) {
            throw invalid("/quantity");
        }
    }

    private void move(
            StatelessSession session, ShortageCase of, Command command, Instant now, News news) {
        UUID orderId = affectedOrder(session, of, command);
        StoreId to = otherStore(session, of, command);
        done(rerouting.move(session, orderId, to, now, news));
    }

    private void substitute(
            StatelessSession session, ShortageCase of, Command command, Instant now, News news) {
        UUID orderId = affectedOrder(session, of, command);
        Sku sku = command.sku().orElseThrow(() -> invalid("/sku"));
        Proposals.Item item =
                Proposals.substitutes(session, of.sku()).stream()
                        .filter(one -> one.sku().equals(sku))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.of(
                                                409,
                                                "no_substitute",
                                                "That item does not replace this one.")
                                        .refusal());
        var substitute =
                new OrderRerouting.Substitute(sku, item.name().in(language(session, of.store())));
        done(rerouting.substitute(session, orderId, of.sku(), substitute, now, news));
    }

    /// Of the store's papers, which the customer will hold.
    private static Locale language(StatelessSession session, StoreId store) {
        return Sql.first(
                        session,
                        "select language from store where store_id = ?",
                        row -> Locale.forLanguageTag(row.getString(1)),
                        store.value())
                .orElse(Locale.ENGLISH);
    }

    private void cancel(
            StatelessSession session, ShortageCase of, Command command, Instant now, News news) {
        UUID orderId = affectedOrder(session, of, command);
        if (command.note().isBlank()) {
            throw invalid("/note");
        }
        OrderState cancelled = new OrderState.Cancelled(now, command.note());
        switch (orders.becomeAt(session, of.store(), orderId, cancelled)) {
            case OrderStore.Outcome.Done(Order order) ->
                    news.add(Scope.store(order.store()), new Policy.OrderChanged(order));
            case OrderStore.Outcome.Unknown _, OrderStore.Outcome.NotPossible _ ->
                    throw notPossible();
        }
    }

    private static void done(OrderRerouting.Outcome outcome) {
        switch (outcome) {
            case OrderRerouting.Outcome.Done _ -> {}
            case OrderRerouting.Outcome.Unknown _, OrderRerouting.Outcome.NotPossible _ ->
                    throw notPossible();
            case OrderRerouting.Outcome.OutOfStock(var missing) ->
                    throw Problem.of(409, "out_of_stock", "Not there either: " + missing).refusal();
        }
    }

    /// The order the command names, if it holds the item of the case.
    private UUID affectedOrder(StatelessSession session, ShortageCase of, Command command) {
        UUID orderId = command.orderId().orElseThrow(() -> invalid("/order_id"));
        boolean isAffected =
                shortages
                        .affected(session, List.of(of))
                        .getOrDefault(of.caseId(), List.of())
                        .stream()
                        .anyMatch(one -> one.order().orderId().equals(orderId));
        if (!isAffected) {
            throw Problem.of(409, "not_affected", "That order does not wait for this item here.")
                    .refusal();
        }
        return orderId;
    }

    private static StoreId otherStore(StatelessSession session, ShortageCase of, Command command) {
        StoreId store = command.store().orElseThrow(() -> invalid("/store"));
        boolean exists =
                Sql.first(
                                session,
                                "select true from store where store_id = ?",
                                row -> row.getBoolean(1),
                                store.value())
                        .orElse(false);
        if (!exists || store.equals(of.store())) {
            throw invalid("/store");
        }
        return store;
    }

    private static RuntimeException invalid(String pointer) {
        return Problem.of(422, "invalid_value", "This action needs something else here.")
                .at(pointer, "invalid_value", "missing or not possible")
                .refusal();
    }

    private static RuntimeException notPossible() {
        return Problem.of(
                        409,
                        "order_too_far",
                        "The order has gone too far for this: its goods are put aside, or it is over.")
                .refusal();
    }
}
