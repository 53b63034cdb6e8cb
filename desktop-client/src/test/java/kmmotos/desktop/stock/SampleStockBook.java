package kmmotos.desktop.stock;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.scanning.ScanGrammar;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.StockAdjustment.Reason;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.SampleStores;

/// A shop's stock in memory; the code of an item is its SKU.
final class SampleStockBook implements StockBook {

    private final Map<Sku, Item> items = new LinkedHashMap<>();
    private final List<Optional<StaffMember>> approvals = new ArrayList<>();
    private final Map<Sku, List<Movement>> movements = new LinkedHashMap<>();

    SampleStockBook() {
        put("BRK-CG160-F", "Pastilha de freio dianteira CG 160", 14, 3);
        put("BRK-CG160-R", "Sapata de freio traseira CG 160", 6, 0);
        put("OIL-20W50-1L", "Óleo mineral 20W-50, 1 litro", 120, 12);
        put("CBL-INOX-M", "Cabo de aço inox, por metro", -2, 0);
        put("SPK-CR8E", "Vela de ignição NGK CR8E", 48, 0);
    }

    @Override
    public List<Item> search(String words, int atMost) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return items.values().stream()
                .filter(item -> item.toString().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(atMost)
                .toList();
    }

    @Override
    public Optional<Scan> scanned(String code) {
        return ScanGrammar.INITIAL.readings(code).stream()
                .flatMap(read ->
                        item(new Sku(read.code())).map(item -> new Scan(item, read)).stream())
                .findFirst();
    }

    @Override
    public Optional<Item> item(Sku sku) {
        return Optional.ofNullable(items.get(sku));
    }

    /// Everything costs 100.
    @Override
    public Money worth(Map<Sku, Quantity> goods) {
        return Money.sum(
                goods.values().stream()
                        .map(some ->
                                Money.parse("100.00", SampleStores.BRL)
                                        .part(some.decimal(), BigDecimal.ONE))
                        .toList(),
                SampleStores.BRL);
    }

    List<Optional<StaffMember>> approvals() {
        return approvals;
    }

    @Override
    public List<Movement> movements(Sku sku, int atMost) {
        return movements.getOrDefault(sku, List.of()).stream().limit(atMost).toList();
    }

    @Override
    public void receive(String reference, List<StockReceipt.Line> lines, StaffMember by) {
        lines.forEach(line -> move(line.sku(), line.quantity(), "stock_received", reference));
    }

    @Override
    public void adjust(
            Sku sku,
            Quantity change,
            Reason reason,
            String note,
            StaffMember by,
            Optional<StaffMember> approvedBy) {
        approvals.add(approvedBy);
        move(sku, change, "stock_adjusted", note);
    }

    @Override
    public void setAside(Sku sku, Quantity quantity, Duration length, StaffMember by) {
        items.computeIfPresent(
                sku,
                (_, item) ->
                        new Item(
                                sku,
                                item.description(),
                                item.onHand(),
                                item.reserved(),
                                quantity,
                                item.bins()));
    }

    void lieIn(Sku sku, List<String> bins) {
        items.computeIfPresent(
                sku,
                (_, item) ->
                        new Item(
                                sku,
                                item.description(),
                                item.onHand(),
                                item.reserved(),
                                item.setAside(),
                                bins));
    }

    @Override
    public void count(List<Counted> lines, StaffMember by, Optional<StaffMember> approvedBy) {
        approvals.add(approvedBy);
        lines.forEach(line -> move(line.sku(), line.difference(), "stock_counted", ""));
    }

    private void put(String sku, String name, long onHand, long reserved) {
        var item = new Item(new Sku(sku), name, Quantity.of(onHand), Quantity.of(reserved));
        items.put(item.sku(), item);
        move(item.sku(), Quantity.of(-1), "sale_completed", "S1-2-1-000123");
        move(item.sku(), Quantity.of(1), "other_till", "");
    }

    void move(Sku sku, Quantity change, String reason, String reference) {
        items.computeIfPresent(
                sku,
                (_, item) ->
                        new Item(
                                sku,
                                item.description(),
                                item.onHand().plus(change),
                                item.reserved(),
                                Quantity.ZERO,
                                item.bins()));
        movements
                .computeIfAbsent(sku, _ -> new ArrayList<>())
                .addFirst(new Movement(SampleSlips.NOON, change, reason, reference));
    }
}
