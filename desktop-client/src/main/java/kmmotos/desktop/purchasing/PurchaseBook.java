package kmmotos.desktop.purchasing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.stock.StockBook.Item;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.staff.StaffMember;

/// What the shop awaits from suppliers, as this till knows it. What is written here is journaled
/// and works offline.
public interface PurchaseBook {

    /// @param came what was received before
    /// @param room how many more come in without anybody being asked
    record Line(Item item, Quantity ordered, Quantity came, Quantity room) {

        public Quantity left() {
            return ordered.minus(came);
        }
    }

    /// An order of which something is still to come.
    record Awaited(
            UUID orderId, String number, String supplier, LocalDate expected, List<Line> lines) {

        public Awaited {
            lines = List.copyOf(lines);
        }

        public Optional<Line> line(Sku sku) {
            return lines.stream().filter(line -> line.item().sku().equals(sku)).findFirst();
        }
    }

    /// @param good pieces that go to stock
    /// @param damaged pieces that are refused
    record Came(Sku sku, Quantity good, Quantity damaged) {}

    /// The earliest expected first.
    List<Awaited> awaited();

    /// @param reference the supplier's delivery note
    /// @param approvedBy who lets in more than was ordered
    void receive(
            Awaited order,
            String reference,
            List<Came> came,
            StaffMember by,
            Optional<StaffMember> approvedBy);
}
