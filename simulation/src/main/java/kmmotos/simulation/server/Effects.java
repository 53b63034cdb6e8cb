package kmmotos.simulation.server;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderState;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.Tender;
import kmmotos.model.sales.ZReport;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry.Reading;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.leases.LeaseEffect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import kmmotos.simulation.server.ServerState.CouponUses;
import kmmotos.simulation.server.ServerState.DayKey;
import kmmotos.simulation.server.ServerState.ShiftProof;
import kmmotos.simulation.server.ServerState.StockKey;
import kmmotos.simulation.server.ServerState.Takings;

/// What follows from the tills' facts, in memory: the same effects as in PostgreSQL.
final class Effects {
    private static final String DIFFERS = "z_report_differs";

    private final ServerState state;
    private final MemoryTables tables;
    private final Balances balances;
    private final Clock clock;

    Effects(ServerState state, MemoryTables tables, Balances balances, Clock clock) {
        this.state = state;
        this.tables = tables;
        this.balances = balances;
        this.clock = clock;
    }

    void apply(List<NewEvent> events, News news) {
        events.forEach(event -> sale(event.till(), event));
        events.forEach(event -> cash(event.till(), event));
        events.forEach(event -> shift(event.till(), event));
        events.forEach(event -> proveAgain(event, news));
        events.forEach(this::payment);
        new LeaseEffect(clock).follow(tables.leases(), events);
        events.forEach(event -> order(event.till(), event, news));
        events.forEach(this::coupons);
        events.forEach(this::overused);
        new Purchases(state).apply(events, tables, news);
        new StockEffects(state, balances).apply(events, news);
        events.forEach(event -> setAside(event, news));
        new Transfers(state).apply(events, news);
        new Requests(state).apply(events, news);
        new CustomerEffects(state).apply(events, news);
        new BinEffects(state).apply(events, news);
    }

    private void sale(Till till, NewEvent event) {
        if (!(event.event() instanceof Event.SaleCompleted(Sale sale))) {
            return;
        }
        if (!sale.store().equals(till.storeId()) || !sale.device().equals(till.deviceId())) {
            throw new IllegalArgumentException("a sale of another till");
        }
        state.sales.put(event.entry().eventId(), sale);
        state.takings.update(
                new DayKey(sale.store(), sale.businessDay()),
                Takings.NONE,
                day ->
                        new Takings(
                                day.sales() + 1,
                                day.totalMinor() + sale.total().minor(),
                                day.taxMinor() + sale.tax().minor()));
        sale.tenders().forEach(tender -> post(till, tender.kind(), tender.amount().minor()));
        post(till, "sales", sale.tax().minus(sale.total()).minor());
        post(till, "tax", -sale.tax().minor());
    }

    private void post(Till till, String account, long minor) {
        if (minor != 0) {
            state.ledger.update(till.storeId() + " " + account, 0L, sum -> sum + minor);
        }
    }

    private void cash(Till till, NewEvent event) {
        if (event.event() instanceof Event.CashMoved(CashMovement movement)) {
            state.cashMovements.put(event.entry().eventId(), movement);
            post(till, "cash", movement.change().minor());
            post(till, movement.purpose().account(), -movement.change().minor());
        }
    }

    private void shift(Till till, NewEvent event) {
        switch (event.event()) {
            case Event.ShiftOpened(var opening) ->
                    state.shifts.put(
                            opening.shiftId(), new ShiftProof(till.deviceId(), Optional.empty()));
            case Event.ShiftClosed(var closing) -> {
                boolean proved =
                        totals(till, event, closing.report()).equals(closing.report().totals());
                state.shifts.put(
                        closing.shiftId(), new ShiftProof(till.deviceId(), Optional.of(proved)));
                post(till, "cash", closing.report().difference().minor());
                post(till, "cash_difference", -closing.report().difference().minor());
                if (!proved) {
                    tables.raise(till, event.entry(), DIFFERS, "the sums differ", closing.at());
                }
            }
            default -> {}
        }
    }

    /// As `ShiftEffect` does.
    private void proveAgain(NewEvent event, News news) {
        Optional<UUID> of = shiftOf(event.event());
        if (of.isEmpty()) {
            return;
        }
        UUID shiftId = of.get();
        Till till = event.till();
        ShiftProof lacking = new ShiftProof(till.deviceId(), Optional.of(false));
        if (!state.shifts.get(shiftId).equals(Optional.of(lacking))) {
            return;
        }
        for (EventStore.Waiting item : tables.waiting(DIFFERS, till.deviceId())) {
            if (item.entry().read() instanceof Reading.Known(Event.ShiftClosed(var closing))
                    && closing.shiftId().equals(shiftId)) {
                ZReport report = closing.report();
                NewEvent told = new NewEvent(till, item.entry(), new Event.ShiftClosed(closing));
                if (totals(till, told, report).equals(report.totals())) {
                    state.shifts.put(
                            closing.shiftId(), new ShiftProof(till.deviceId(), Optional.of(true)));
                    tables.settle(item.exceptionId());
                    news.add(
                            Scope.device(item.device()),
                            new Policy.ExceptionSolved(item.eventId()));
                }
            }
        }
    }

    private static Optional<UUID> shiftOf(Event event) {
        return switch (event) {
            case Event.SaleCompleted(Sale sale) -> Optional.of(sale.shiftId());
            case Event.CashMoved(CashMovement movement) -> Optional.of(movement.shiftId());
            default -> Optional.empty();
        };
    }

    private ShiftTotals totals(Till till, NewEvent event, ZReport report) {
        ReportedSales reported = new ReportedSales(state, till, event, report);
        ShiftTotals sold =
                reported.sales()
                        .reduce(
                                ShiftTotals.none(report.totals().sold().currency()),
                                ShiftTotals::plus,
                                (a, _) -> a);
        return reported.movements().reduce(sold, ShiftTotals::plus, (a, _) -> a);
    }

    private void payment(NewEvent event) {
        switch (event.event()) {
            case Event.PaymentIntended(var intent) -> {
                if (!state.payments.has(intent.intentId())) {
                    state.payments.put(intent.intentId(), "open");
                }
            }
            case Event.PaymentAbandoned(UUID intentId, _) -> close(intentId, "abandoned");
            case Event.SaleCompleted(Sale sale) ->
                    sale.tenders()
                            .forEach(tender -> {
                                if (tender instanceof Tender.Card(UUID intentId, _, _)) {
                                    close(intentId, "taken");
                                }
                            });
            default -> {}
        }
    }

    private void close(UUID intentId, String how) {
        if (state.payments.get(intentId, "").equals("open")) {
            state.payments.put(intentId, how);
        }
    }

    /// What was used at a till was used, whether or not any uses were left.
    private void coupons(NewEvent event) {
        if (event.event() instanceof Event.SaleCompleted(Sale sale) && sale.orderId().isEmpty()) {
            sale.coupons()
                    .forEach(code ->
                            state.coupons
                                    .get(code)
                                    .ifPresent(known ->
                                            state.coupons.put(
                                                    code,
                                                    new CouponUses(
                                                            known.coupon(),
                                                            known.uses() + 1,
                                                            known.told()))));
        }
    }

    /// As `OrderEffect` does.
    private void overused(NewEvent event) {
        if (event.event() instanceof Event.SaleCompleted(Sale sale)
                && sale.orderId().isEmpty()
                && sale.couponLeases().isEmpty()
                && sale.coupons().stream().anyMatch(this::isUsedTooOften)) {
            tables.raise(
                    event.till(), event.entry(), "coupon_overused", "used too often", sale.at());
        }
    }

    private boolean isUsedTooOften(String code) {
        return state.coupons
                .get(code)
                .filter(known ->
                        known.coupon()
                                .maxUses()
                                .filter(max -> known.uses() + heldOf(code) > max)
                                .isPresent())
                .isPresent();
    }

    private long heldOf(String code) {
        return state.held.get(ServerState.key(LeaseSubject.coupon(code)), 0L);
    }

    private void setAside(NewEvent event, News news) {
        if (!(event.event() instanceof Event.StockSetAside(SetAside decided))) {
            return;
        }
        if (!decided.store().equals(event.till().storeId())) {
            throw new IllegalArgumentException("set aside at another store");
        }
        StockKey key = new StockKey(decided.store(), decided.sku());
        boolean isLater =
                state.setAsides
                        .get(key)
                        .filter(known -> SetAside.BY_DECISION.compare(known, decided) >= 0)
                        .isEmpty();
        if (isLater) {
            state.setAsides.put(key, decided);
            news.add(Scope.store(decided.store()), new Policy.SetAsideChanged(decided));
        }
    }

    private void order(Till till, NewEvent event, News news) {
        switch (event.event()) {
            case Event.OrderPicked(UUID id, _, Instant at, UUID staff) ->
                    order(till, event, id, new OrderState.Picked(at, staff), news);
            case Event.OrderReady(UUID id, _, Instant at, String shelf) ->
                    order(till, event, id, new OrderState.Ready(at, shelf), news);
            case Event.OrderRefused(UUID id, _, Instant at, String why) ->
                    order(till, event, id, new OrderState.Cancelled(at, why), news);
            case Event.SaleCompleted(Sale sale) ->
                    sale.orderId()
                            .ifPresent(id ->
                                    order(
                                            till,
                                            event,
                                            id,
                                            new OrderState.HandedOver(sale.at(), sale.saleId()),
                                            news));
            default -> {}
        }
    }

    private void order(Till till, NewEvent event, UUID id, OrderState next, News news) {
        Optional<Order> order = state.orders.get(id);
        if (order.isEmpty()) {
            tables.raise(till, event.entry(), "unknown_order", "no such order", next.at());
        } else if (order.get().state().mayBecome(next)) {
            Order changed = become(order.get(), next);
            news.add(Scope.store(changed.store()), new Policy.OrderChanged(changed));
        } else if (!order.get().state().word().equals(next.word())) {
            tables.raise(till, event.entry(), "order_not_open", "the order is closed", next.at());
        }
    }

    /// Brings an order into its next state; what it held is let go of at its end.
    Order become(Order order, OrderState next) {
        Order changed = order.in(next);
        state.orders.put(order.orderId(), changed);
        if (!next.isOpen()) {
            release(order);
        }
        return changed;
    }

    private void release(Order order) {
        state.reservations
                .get(order.orderId())
                .orElse(List.of())
                .forEach(held ->
                        balances.reserve(
                                new StockKey(held.store(), held.sku()), held.quantity().negated()));
        state.reservations.remove(order.orderId());
    }
}
