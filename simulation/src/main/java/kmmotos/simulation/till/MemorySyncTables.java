package kmmotos.simulation.till;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kmmotos.desktop.leases.HeldLease;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.sync.JournalPoint;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.orders.OrderStep;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.Tender;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.simulation.till.TillState.Announced;
import kmmotos.simulation.till.TillState.KnownCoupon;
import kmmotos.simulation.till.TillState.Shift;

/// The till's tables in memory, within one transaction.
final class MemorySyncTables implements SyncTables {

    private static final String APPLIED = "applied";
    private static final String STOCK_HOLDS = "stock holds";
    private static final String CONFIRMED = "confirmed";
    private static final String COMPARED = "compared";
    private static final String CURSOR = "cursor";
    private static final String SNAPSHOT_NEEDED = "snapshot needed";
    private static final String REPORTS = "reports";

    private final TillState state;
    private final MemoryLeases leases;
    private final MemoryHeardStock heard;
    private final MemoryTransfers transfers;
    private final MemoryPurchases purchases;
    private final MemoryCustomers customers;

    MemorySyncTables(TillState state) {
        this.state = state;
        this.leases = new MemoryLeases(state);
        this.heard = new MemoryHeardStock(state);
        this.transfers = new MemoryTransfers(state);
        this.purchases = new MemoryPurchases(state);
        this.customers = new MemoryCustomers(state);
    }

    @Override
    public Optional<JournalPoint> applied() {
        return state.points.get(APPLIED);
    }

    @Override
    public void applied(JournalPoint point) {
        state.points.put(APPLIED, point);
    }

    @Override
    public Optional<JournalPoint> stockHolds() {
        return state.points.get(STOCK_HOLDS);
    }

    @Override
    public void stockHolds(JournalPoint point) {
        state.points.put(STOCK_HOLDS, point);
    }

    @Override
    public Optional<Cursor> cursor() {
        return state.cursors.get(CURSOR);
    }

    @Override
    public void cursor(Cursor cursor) {
        state.cursors.put(CURSOR, cursor);
    }

    @Override
    public Optional<JournalPoint> confirmed() {
        return state.points.get(CONFIRMED);
    }

    @Override
    public void confirmed(JournalPoint point) {
        state.points.put(CONFIRMED, point);
    }

    @Override
    public boolean isSnapshotNeeded() {
        return cursor().isEmpty() || state.flags.has(SNAPSHOT_NEEDED);
    }

    @Override
    public void needSnapshot() {
        state.flags.put(SNAPSHOT_NEEDED, true);
    }

    @Override
    public void snapshotTaken() {
        state.flags.remove(SNAPSHOT_NEEDED);
    }

    @Override
    public Set<UUID> newOf(List<UUID> eventIds) {
        Set<UUID> fresh = new LinkedHashSet<>(eventIds);
        fresh.removeIf(state.applied::has);
        fresh.forEach(eventId -> state.applied.put(eventId, true));
        return fresh;
    }

    @Override
    public void quarantine(List<UploadAnswer.Quarantined> events) {
        events.forEach(event -> state.quarantined.put(event.eventId(), event.code()));
    }

    @Override
    public List<UploadAnswer.Quarantined> quarantined() {
        return state.quarantined.rows().entrySet().stream()
                .map(event -> new UploadAnswer.Quarantined(event.getKey(), event.getValue()))
                .toList();
    }

    @Override
    public void beganIncarnation() {
        List<Shift> open = state.shifts.values().stream().filter(Shift::open).toList();
        open.forEach(shift ->
                state.shifts.put(
                        shift.opening().shiftId(),
                        new Shift(shift.opening(), shift.totals(), 1, true)));
    }

    @Override
    public void opened(ShiftOpening opening, long seq) {
        ShiftTotals none = ShiftTotals.none(opening.openingFloat().currency());
        state.shifts.update(
                opening.shiftId(),
                new Shift(opening, none, seq, true),
                shift -> new Shift(shift.opening(), shift.totals(), seq, shift.open()));
    }

    @Override
    public void apply(List<Fact> facts) {
        for (Fact fact : facts) {
            apply(fact.entry(), fact.event());
            if (fact.movesFigure()) {
                book(fact.event().movements());
            }
        }
    }

    private void apply(JournalEntry entry, Event event) {
        leases.seen(entry.at());
        event.orderStep().ifPresent(this::take);
        switch (event) {
            case Event.SaleCompleted(Sale sale) -> apply(sale, entry.at());
            case Event.PaymentIntended(var intent) ->
                    state.openPayments.put(intent.intentId(), true);
            case Event.PaymentAbandoned(UUID intentId, _) -> state.openPayments.remove(intentId);
            case Event.ShiftClosed(var closing) ->
                    state.shifts.get(closing.shiftId()).ifPresent(shift -> close(shift, closing));
            case Event.CashMoved(CashMovement movement) -> apply(movement);
            case Event.CustomerChanged(var customer, _) -> customers.changed(customer);
            case Event.TransferSent(Transfer transfer) -> {
                transfers.sent(transfer, entry.at());
                state.requests.remove(transfer.transferId());
            }
            case Event.TransferRequested(TransferRequest request) ->
                    state.requests.put(request.requestId(), request);
            case Event.TransferReceived(TransferReceipt receipt) -> transfers.arrived(receipt);
            case Event.PurchaseReceived(var receipt) -> purchases.received(receipt);
            case Event.LeasesTaken(var taken) ->
                    taken.forEach(lease -> leases.taken(lease, entry.at()));
            case Event.LeaseReleased(UUID leaseId) -> leases.released(leaseId, entry.at());
            case Event.StockSetAside(SetAside decided) -> put(decided);
            default -> {}
        }
    }

    private void close(Shift shift, ShiftClosing closing) {
        int number = closing.report().number();
        state.counters.update(REPORTS, 0, last -> Math.max(last, number));
        state.shifts.put(
                closing.shiftId(),
                new Shift(shift.opening(), shift.totals(), shift.fromSeq(), false));
    }

    private void apply(CashMovement movement) {
        state.cashMovements.put(movement.movementId(), movement);
        addUp(movement.shiftId(), totals -> totals.plus(movement));
    }

    private void addUp(UUID shiftId, UnaryOperator<ShiftTotals> plus) {
        state.shifts
                .get(shiftId)
                .ifPresent(shift ->
                        state.shifts.put(
                                shiftId,
                                new Shift(
                                        shift.opening(),
                                        plus.apply(shift.totals()),
                                        shift.fromSeq(),
                                        shift.open())));
    }

    private void apply(Sale sale, Instant at) {
        state.sales.put(sale.saleId(), sale);
        leases.used(sale, at);
        used(sale);
        addUp(sale.shiftId(), totals -> totals.plus(sale));
        for (Tender tender : sale.tenders()) {
            if (tender instanceof Tender.Card(UUID intentId, _, _)) {
                state.openPayments.remove(intentId);
            }
        }
    }

    @Override
    public void take(Event event) {
        event.orderStep().ifPresent(this::take);
    }

    private void take(OrderStep step) {
        state.orders
                .get(step.orderId())
                .filter(order -> order.state().mayBecome(step.next()))
                .ifPresent(order -> state.orders.put(step.orderId(), order.in(step.next())));
    }

    private void book(List<StockMovement> movements) {
        movements.forEach(movement -> addStock(movement.sku(), movement.changeAt(Location.STORE)));
    }

    @Override
    public void addStock(Sku sku, Quantity change) {
        state.stock.update(sku, Quantity.ZERO, change::plus);
    }

    @Override
    public long heardTo(UUID incarnation) {
        return heard.heardTo(incarnation);
    }

    @Override
    public void heard(StockStore.Heard news) {
        heard.heard(news);
        news.sales().forEach(this::used);
        news.customers().forEach(customers::changed);
    }

    private void used(Sale sale) {
        for (String code : sale.coupons()) {
            String use = code + " " + sale.saleId();
            if (!state.redeemed.has(use)) {
                state.redeemed.put(use, true);
                state.couponUses.update(code, 0, uses -> uses + 1);
            }
        }
    }

    @Override
    public void forgetHeard(UUID incarnation) {
        heard.forget(incarnation);
    }

    /// Products are not simulated, and customers need no filling.
    @Override
    public void beginFilling() {}

    @Override
    public void endFilling() {}

    @Override
    public void renew(List<Policy> policies) {
        customers.told(policies);
    }

    @Override
    public void replaceAll(List<Policy> policies, Set<UUID> named) {
        clearPolicies();
        customers.forgetOthers(named);
        for (Policy policy : policies) {
            if (policy instanceof Policy.OrderChanged(Order order)) {
                state.orders.remove(order.orderId());
            }
        }
        update(policies, Instant.EPOCH);
    }

    private void clearPolicies() {
        state.stock.clear();
        state.setAsides.clear();
        state.transfers.clear();
        state.purchases.clear();
        state.priceLists.clear();
        state.promotions.clear();
        state.coupons.clear();
        state.brands.clear();
        state.shortages.clear();
        state.requests.clear();
        openOrders().forEach(order -> state.orders.remove(order.orderId()));
    }

    private List<Order> openOrders() {
        return state.orders.values().stream().filter(order -> order.state().isOpen()).toList();
    }

    @Override
    public void update(List<Policy> policies, Instant now) {
        customers.told(policies);
        for (Policy policy : policies) {
            switch (policy) {
                case Policy.StockLevel(_, Sku sku, Quantity onHand) -> state.stock.put(sku, onHand);
                case Policy.StockChanged changed -> {
                    addStock(changed.sku(), changed.change());
                    changed.journal()
                            .ifPresent(
                                    journal -> heard.told(journal, changed.sku(), changed.seq()));
                    changed.incarnation()
                            .ifPresent(journal ->
                                    saw(new JournalMark(changed.device(), journal, changed.seq())));
                }
                case Policy.StockSeen(_, List<JournalMark> marks) -> marks.forEach(this::saw);
                case Policy.TransferChanged(TransferProgress transfer) ->
                        state.transfers.put(transfer.transferId(), transfer);
                case Policy.StoreNamed(StoreId store, String name) -> state.shops.put(store, name);
                case Policy.BrandChanged(Brand brand) -> state.brands.put(brand.code(), brand);
                case Policy.CouponChanged(Coupon coupon, int uses) ->
                        state.coupons.put(coupon.code(), new KnownCoupon(coupon, uses));
                case Policy.PromotionChanged(Promotion promotion) -> told(promotion);
                case Policy.PriceListPublished published -> state.announce(published);
                case Policy.OrderChanged(Order order) -> told(order);
                case Policy.TransferRequestChanged(TransferRequest request, boolean open) ->
                        told(request, open);
                case Policy.PurchaseOrderChanged(var progress) -> purchases.put(progress);
                case Policy.ShortageChanged(Shortage shortage) -> told(shortage);
                case Policy.TillChanged told ->
                        state.tills.put(told.till().deviceId().value(), told);
                case Policy.SetAsideChanged(SetAside decided) -> put(decided);
                case Policy.ExceptionSolved(UUID eventId) -> state.quarantined.remove(eventId);
                case Policy.StoreChanged(var store) -> state.stores.put(store.storeId(), store);
                default -> {}
            }
        }
    }

    private void put(SetAside decided) {
        state.setAsides.update(
                decided.sku(),
                decided,
                known -> SetAside.BY_DECISION.compare(known, decided) > 0 ? known : decided);
    }

    private void told(Promotion promotion) {
        if (promotion.active()) {
            state.promotions.put(promotion.promotionId(), promotion);
        } else {
            state.promotions.remove(promotion.promotionId());
        }
    }

    private void told(Order told) {
        Optional<Order> known = state.orders.get(told.orderId());
        boolean goesBack =
                known.filter(order -> !order.state().word().equals(told.state().word()))
                        .filter(order -> !order.state().mayBecome(told.state()))
                        .isPresent();
        state.orders.put(told.orderId(), goesBack ? told.in(known.orElseThrow().state()) : told);
    }

    private void told(TransferRequest request, boolean open) {
        if (open) {
            state.requests.put(request.requestId(), request);
        } else {
            state.requests.remove(request.requestId());
        }
    }

    private void told(Shortage shortage) {
        if (shortage.closedAt().isPresent()) {
            state.shortages.remove(shortage.caseId());
        } else {
            state.shortages.put(shortage.caseId(), shortage);
        }
    }

    private void saw(JournalMark mark) {
        String journal = MemoryHeardStock.journal(mark);
        if (state.seen.get(journal).filter(known -> known.seq() >= mark.seq()).isEmpty()) {
            state.seen.put(journal, mark);
            heard.told(mark.incarnation(), mark.seq());
        }
    }

    @Override
    public void policies(StoreId store, Consumer<Policy> out) {
        state.stores.get(store).ifPresent(shop -> out.accept(new Policy.StoreChanged(shop)));
        state.shops.rows().forEach((shop, name) -> out.accept(new Policy.StoreNamed(shop, name)));
        state.tills.values().forEach(out);
        state.brands.values().forEach(brand -> out.accept(new Policy.BrandChanged(brand)));
        for (KnownCoupon known : state.coupons.values()) {
            out.accept(new Policy.CouponChanged(known.coupon(), known.uses()));
        }
        state.promotions.values().stream().map(Policy.PromotionChanged::new).forEach(out);
        customers.tell(out);
        openOrders().forEach(order -> out.accept(new Policy.OrderChanged(order)));
        state.stock
                .rows()
                .forEach((sku, onHand) -> out.accept(new Policy.StockLevel(store, sku, onHand)));
    }

    @Override
    public Optional<Store> store(StoreId store) {
        return state.stores.get(store);
    }

    @Override
    public Optional<HeldLease> lease(UUID leaseId) {
        return leases.find(leaseId);
    }

    @Override
    public boolean knowsLease(UUID leaseId) {
        return state.leases.has(leaseId);
    }

    @Override
    public List<HeldLease> openLeases() {
        return leases.open();
    }

    @Override
    public Optional<Instant> compared() {
        return state.moments.get(COMPARED);
    }

    @Override
    public void compared(Instant at) {
        state.moments.put(COMPARED, at);
    }

    @Override
    public boolean knowsPriceList(String priceListId) {
        return state.priceLists.has(priceListId);
    }

    @Override
    public List<String> missingPriceLists() {
        return state.priceLists.rows().entrySet().stream()
                .filter(list -> !list.getValue().fetched())
                .sorted(
                        Comparator.comparing(
                                (Map.Entry<String, Announced> list) ->
                                        list.getValue().effectiveFrom(),
                                Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void put(String priceListId, PriceList list) {
        state.prices.put(priceListId, true);
        boolean begins =
                state.priceLists.values().stream()
                        .anyMatch(one -> one.effectiveFrom().equals(list.effectiveFrom()));
        if (state.priceLists.has(priceListId) || !begins) {
            state.priceLists.put(priceListId, new Announced(list.effectiveFrom(), true));
        }
    }
}
