package kmmotos.simulation.till;

import java.util.UUID;
import kmmotos.desktop.sync.JournalPoint;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sync.Cursor;
import kmmotos.simulation.history.History;
import kmmotos.simulation.history.Table;

/// What a till's database holds.
public final class TillState {

    /// @param fromSeq the opening's place in the journal
    public record Shift(ShiftOpening opening, ShiftTotals totals, long fromSeq, boolean open) {}

    private final History history = new History();

    final Table<String, JournalPoint> points = new Table<>(history);
    final Table<String, Cursor> cursors = new Table<>(history);
    final Table<String, Boolean> flags = new Table<>(history);
    final Table<UUID, Boolean> applied = new Table<>(history);
    final Table<UUID, String> quarantined = new Table<>(history);
    public final Table<Sku, Quantity> stock = new Table<>(history);
    public final Table<UUID, Order> orders = new Table<>(history);
    public final Table<UUID, Sale> sales = new Table<>(history);
    public final Table<UUID, Shift> shifts = new Table<>(history);
    public final Table<UUID, Boolean> openPayments = new Table<>(history);
    public final Table<String, Integer> counters = new Table<>(history);

    /// As a backup of the database holds it.
    TillState copy() {
        TillState copy = new TillState();
        copy.points.takeAll(points);
        copy.cursors.takeAll(cursors);
        copy.flags.takeAll(flags);
        copy.applied.takeAll(applied);
        copy.quarantined.takeAll(quarantined);
        copy.stock.takeAll(stock);
        copy.orders.takeAll(orders);
        copy.sales.takeAll(sales);
        copy.shifts.takeAll(shifts);
        copy.openPayments.takeAll(openPayments);
        copy.counters.takeAll(counters);
        return copy;
    }

    History history() {
        return history;
    }
}
