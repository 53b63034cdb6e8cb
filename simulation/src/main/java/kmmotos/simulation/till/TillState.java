package kmmotos.simulation.till;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.desktop.leases.HeldLease;
import kmmotos.desktop.sync.JournalPoint;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.Shortage;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Policy;
import kmmotos.simulation.history.History;
import kmmotos.simulation.history.Table;

/// What a till's database holds.
public final class TillState implements SimulatedTables.Copy {

    /// @param told the server's last word; empty if it has not told of this customer
    public record KnownCustomer(Customer customer, Optional<Customer> told) {

        boolean isAhead() {
            return !told.equals(Optional.of(customer));
        }
    }

    /// @param fromSeq the opening's place in the journal; 1 if that does not hold it any more
    public record Shift(ShiftOpening opening, ShiftTotals totals, long fromSeq, boolean open) {}

    /// @param uses of the whole chain, as last told
    public record KnownCoupon(Coupon coupon, int uses) {}

    /// A price list that was announced.
    public record Announced(Instant effectiveFrom, boolean fetched) {}

    public record KnownLease(HeldLease lease, boolean released) {}

    private final History history = new History();

    final Table<String, JournalPoint> points = new Table<>(history);
    final Table<String, Cursor> cursors = new Table<>(history);
    final Table<StoreId, Store> stores = new Table<>(history);
    final Table<String, Instant> moments = new Table<>(history);
    final Table<String, Boolean> flags = new Table<>(history);
    final Table<UUID, Boolean> applied = new Table<>(history);
    final Table<UUID, String> quarantined = new Table<>(history);
    public final Table<Sku, Quantity> stock = new Table<>(history);
    public final Table<UUID, Order> orders = new Table<>(history);
    public final Table<UUID, Sale> sales = new Table<>(history);
    public final Table<UUID, Shift> shifts = new Table<>(history);
    public final Table<UUID, CashMovement> cashMovements = new Table<>(history);
    public final Table<UUID, KnownCustomer> customers = new Table<>(history);
    public final Table<UUID, Boolean> openPayments = new Table<>(history);
    public final Table<String, Integer> counters = new Table<>(history);
    public final Table<String, JournalMark> seen = new Table<>(history);
    public final Table<UUID, TransferProgress> transfers = new Table<>(history);
    public final Table<String, Quantity> arrivals = new Table<>(history);
    public final Table<UUID, PurchaseProgress> purchases = new Table<>(history);
    public final Table<String, PurchaseProgress.Came> purchaseArrivals = new Table<>(history);
    public final Table<String, Announced> priceLists = new Table<>(history);
    final Table<String, Boolean> prices = new Table<>(history);
    public final Table<String, KnownCoupon> coupons = new Table<>(history);
    final Table<String, Boolean> redeemed = new Table<>(history);
    public final Table<String, Integer> couponUses = new Table<>(history);
    public final Table<UUID, Promotion> promotions = new Table<>(history);
    public final Table<String, Brand> brands = new Table<>(history);
    public final Table<StoreId, String> shops = new Table<>(history);
    public final Table<UUID, Policy.TillChanged> tills = new Table<>(history);
    final Table<UUID, Long> heardJournals = new Table<>(history);
    final Table<UUID, List<JournalMark>> heardEvents = new Table<>(history);
    public final Table<UUID, SortedMap<Sku, Quantity>> heardMovements = new Table<>(history);
    final Table<String, Long> toldStock = new Table<>(history);
    public final Table<UUID, Shortage> shortages = new Table<>(history);
    public final Table<UUID, TransferRequest> requests = new Table<>(history);
    public final Table<UUID, KnownLease> leases = new Table<>(history);
    public final Table<Sku, SetAside> setAsides = new Table<>(history);

    /// As a backup of the database holds it.
    TillState copy() {
        TillState copy = new TillState();
        copy.points.takeAll(points);
        copy.cursors.takeAll(cursors);
        copy.stores.takeAll(stores);
        copy.moments.takeAll(moments);
        copy.flags.takeAll(flags);
        copy.applied.takeAll(applied);
        copy.quarantined.takeAll(quarantined);
        copy.stock.takeAll(stock);
        copy.orders.takeAll(orders);
        copy.sales.takeAll(sales);
        copy.shifts.takeAll(shifts);
        copy.cashMovements.takeAll(cashMovements);
        copy.customers.takeAll(customers);
        copy.openPayments.takeAll(openPayments);
        copy.counters.takeAll(counters);
        copy.seen.takeAll(seen);
        copy.transfers.takeAll(transfers);
        copy.arrivals.takeAll(arrivals);
        copy.purchases.takeAll(purchases);
        copy.purchaseArrivals.takeAll(purchaseArrivals);
        copy.priceLists.takeAll(priceLists);
        copy.prices.takeAll(prices);
        copy.coupons.takeAll(coupons);
        copy.promotions.takeAll(promotions);
        copy.redeemed.takeAll(redeemed);
        copy.couponUses.takeAll(couponUses);
        copy.brands.takeAll(brands);
        copy.shops.takeAll(shops);
        copy.tills.takeAll(tills);
        copy.heardJournals.takeAll(heardJournals);
        copy.heardEvents.takeAll(heardEvents);
        copy.heardMovements.takeAll(heardMovements);
        copy.toldStock.takeAll(toldStock);
        copy.shortages.takeAll(shortages);
        copy.requests.takeAll(requests);
        copy.leases.takeAll(leases);
        copy.setAsides.takeAll(setAsides);
        return copy;
    }

    History history() {
        return history;
    }

    /// What the shop's other tills did to the stock and the server has not told yet, by item.
    public SortedMap<Sku, Quantity> heard() {
        SortedMap<Sku, Quantity> sums = new TreeMap<>();
        heardMovements
                .values()
                .forEach(moved ->
                        moved.forEach((sku, change) -> sums.merge(sku, change, Quantity::plus)));
        sums.values().removeIf(Quantity::isZero);
        return sums;
    }

    /// A list takes the place of one that begins at the same moment.
    void announce(Policy.PriceListPublished published) {
        List<String> replaced =
                priceLists.rows().entrySet().stream()
                        .filter(list ->
                                list.getValue().effectiveFrom().equals(published.effectiveFrom()))
                        .map(Map.Entry::getKey)
                        .toList();
        replaced.forEach(priceLists::remove);
        priceLists.put(
                published.priceListId(),
                new Announced(published.effectiveFrom(), prices.has(published.priceListId())));
    }

    /// The price list that holds at a moment, if it was fetched.
    public Optional<String> inForce(Instant at) {
        return priceLists.rows().entrySet().stream()
                .filter(list -> list.getValue().fetched())
                .filter(list -> !list.getValue().effectiveFrom().isAfter(at))
                .max(Comparator.comparing(list -> list.getValue().effectiveFrom()))
                .map(Map.Entry::getKey);
    }
}
