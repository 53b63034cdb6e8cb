package kmmotos.simulation.till;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.Recorder;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.purchasing.ReorderProposal;
import kmmotos.model.purchasing.SupplierReturn;
import kmmotos.model.stock.Bins;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.simulation.chain.Goods;

/// What is done to the stock of a shop besides selling, as the people at a till tell of it.
///
/// @param tables what the till shows
record StockRoom(
        Till till, TillEngine engine, SimulatedTables tables, Clock clock, RandomGenerator random) {

    Event received() {
        return new Event.StockReceived(
                new StockReceipt(
                        id(),
                        till.storeId(),
                        "",
                        List.of(
                                new StockReceipt.Line(
                                        Goods.any(random), Quantity.of(1 + random.nextInt(12))))));
    }

    Event receivedNumbered() {
        return new Event.StockReceived(
                new StockReceipt(
                        id(),
                        till.storeId(),
                        "",
                        List.of(
                                new StockReceipt.Line(
                                        Goods.any(random),
                                        Quantity.of(2),
                                        List.of("SN-" + random.nextInt(1_000_000))))));
    }

    boolean isAnythingAwaited() {
        return !new MemoryPurchases(tables.state()).awaited().isEmpty();
    }

    /// A part of what was ordered, all, or more, and now and then a damaged piece; or of an order
    /// that nobody knows.
    Event receivedOfOrder() {
        Optional<PurchaseOrder> order =
                new MemoryPurchases(tables.state())
                        .awaited().stream().findFirst().map(PurchaseProgress::order);
        Optional<PurchaseOrder.Line> line = order.map(known -> known.lines().getFirst());
        Quantity came =
                line.map(PurchaseOrder.Line::quantity)
                        .filter(_ -> random.nextBoolean())
                        .orElse(Quantity.of(1 + random.nextInt(20)));
        Instant now = clock.instant();
        return new Event.PurchaseReceived(
                new PurchaseReceipt(
                        id(),
                        order.map(PurchaseOrder::orderId).orElseGet(this::id),
                        order.map(PurchaseOrder::number).orElse("nobody's"),
                        till.storeId(),
                        "",
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        now,
                        Counter.CLERK,
                        random.nextInt(3) == 0 ? Optional.of(Counter.CLERK) : Optional.empty(),
                        List.of(
                                new PurchaseReceipt.Line(
                                        line.map(PurchaseOrder.Line::sku)
                                                .orElseGet(() -> Goods.any(random)),
                                        came,
                                        Quantity.of(random.nextInt(4) / 3),
                                        line.map(PurchaseOrder.Line::cost)))));
    }

    Event givenBack() {
        Instant now = clock.instant();
        return new Event.SupplierReturned(
                new SupplierReturn(
                        id(),
                        till.storeId(),
                        "Supplier",
                        SupplierReturn.Reason.WARRANTY,
                        "",
                        LocalDate.ofInstant(now, ZoneOffset.UTC),
                        now,
                        Counter.CLERK,
                        List.of(new SupplierReturn.Line(Goods.any(random), Quantity.ONE))));
    }

    Event proposed() {
        Sku sku = Goods.any(random);
        return new Event.ReorderProposed(
                new ReorderProposal(
                        id(),
                        till.storeId(),
                        clock.instant(),
                        Counter.CLERK,
                        List.of(
                                new ReorderProposal.Line(
                                        sku,
                                        Quantity.of(1 + random.nextInt(20)),
                                        tables.state().stock.get(sku, Quantity.ZERO),
                                        Quantity.ZERO))));
    }

    Event putAway() {
        return new Event.BinsChosen(
                new Bins(
                        id(),
                        till.storeId(),
                        Goods.any(random),
                        List.of("A-" + random.nextInt(9)),
                        clock.instant(),
                        Counter.CLERK));
    }

    Event adjusted() {
        boolean found = random.nextBoolean();
        return new Event.StockAdjusted(
                new StockAdjustment(
                        id(),
                        till.storeId(),
                        Goods.any(random),
                        Quantity.of(found ? 1 : -1),
                        found ? StockAdjustment.Reason.FOUND : lost(),
                        ""));
    }

    private StockAdjustment.Reason lost() {
        return random.nextBoolean()
                ? StockAdjustment.Reason.DAMAGED
                : StockAdjustment.Reason.MISSING;
    }

    /// The shelf holds a little more or less than the figure says. The fact is made from figures
    /// that hold everything before it, as at a real till.
    Event counted(Recorder.Next next) {
        engine.recorder().project();
        List<JournalMark> cut = new ArrayList<>();
        cut.add(new JournalMark(till.deviceId(), next.incarnation(), next.seq() - 1));
        tables.state().seen.values().stream()
                .filter(mark -> !mark.incarnation().equals(next.incarnation()))
                .forEach(cut::add);
        List<StockCount.Line> lines =
                Goods.SKUS.stream()
                        .filter(_ -> random.nextInt(3) == 0)
                        .map(sku -> {
                            Quantity now = tables.state().stock.get(sku, Quantity.ZERO);
                            return new StockCount.Line(
                                    sku, now.plus(Quantity.of(random.nextInt(5) - 2)), now);
                        })
                        .toList();
        Sku one = Goods.any(random);
        Quantity now = tables.state().stock.get(one, Quantity.ZERO);
        return new Event.StockCounted(
                new StockCount(
                        id(),
                        till.storeId(),
                        cut,
                        lines.isEmpty() ? List.of(new StockCount.Line(one, now, now)) : lines));
    }

    /// Whoever decides anew knows the decision before: theirs is the later one, as at a real till.
    Event setAside() {
        Sku sku = Goods.any(random);
        Instant at = clock.instant();
        Instant later =
                tables.state()
                        .setAsides
                        .get(sku)
                        .map(known -> known.decidedAt().plusMillis(1))
                        .filter(after -> after.isAfter(at))
                        .orElse(at);
        return new Event.StockSetAside(
                new SetAside(
                        id(),
                        till.storeId(),
                        sku,
                        Quantity.of(random.nextInt(4)),
                        later.plus(Duration.ofHours(6 + random.nextInt(90))),
                        later,
                        Counter.CLERK));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
