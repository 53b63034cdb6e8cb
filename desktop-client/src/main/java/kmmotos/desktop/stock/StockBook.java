package kmmotos.desktop.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.scanning.Scanned;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stock.StockAdjustment.Reason;
import kmmotos.model.stock.StockReceipt;

/// The shop's stock as this till knows it. What is written here is journaled and works offline.
public interface StockBook {

    /// @param reserved held for web orders that are still open
    /// @param setAside kept for the online shop
    /// @param bins where it lies; the first is where it is picked
    record Item(
            Sku sku,
            String description,
            Quantity onHand,
            Quantity reserved,
            Quantity setAside,
            List<String> bins) {

        public Item {
            bins = List.copyOf(bins);
        }

        public Item(Sku sku, String description, Quantity onHand, Quantity reserved) {
            this(sku, description, onHand, reserved, Quantity.ZERO, List.of());
        }

        public Quantity available() {
            return onHand.minus(reserved).minus(setAside);
        }
    }

    record Scan(Item item, Scanned read) {

        /// How many came with one scan: a carton tells.
        public Quantity pieces() {
            return read.quantity().orElse(Quantity.ONE);
        }
    }

    /// @param reason the word of the fact it came from, e.g. `sale_completed`
    /// @param reference a receipt or delivery note; may be empty
    record Movement(Instant at, Quantity change, String reason, String reference) {}

    /// @param counted how many somebody saw
    /// @param then the figure at that moment
    record Counted(Sku sku, Quantity counted, Quantity then) {

        public Quantity difference() {
            return counted.minus(then);
        }
    }

    /// By words, part number or SKU.
    List<Item> search(String words, int atMost);

    /// The item behind a scanned or typed code, and what its label says.
    Optional<Scan> scanned(String code);

    /// The item behind a scanned or typed code.
    default Optional<Item> byCode(String code) {
        return scanned(code).map(Scan::item);
    }

    Optional<Item> item(Sku sku);

    /// The newest first.
    List<Movement> movements(Sku sku, int atMost);

    void receive(String reference, List<StockReceipt.Line> lines, StaffMember by);

    /// What goods are worth at the price that everybody pays; nothing if there is none. A till
    /// knows no costs.
    Money worth(Map<Sku, Quantity> goods);

    /// Makes the figures what was counted, at this moment: what was sold since an item was looked
    /// at is taken into account.
    ///
    /// @param approvedBy who allowed it, if somebody had to be asked
    void count(List<Counted> lines, StaffMember by, Optional<StaffMember> approvedBy);

    /// From now on the shop keeps this many for the online shop, until then; 0 keeps none.
    void setAside(Sku sku, Quantity quantity, Duration length, StaffMember by);

    /// @param approvedBy who allowed it, if somebody had to be asked
    void adjust(
            Sku sku,
            Quantity change,
            Reason reason,
            String note,
            StaffMember by,
            Optional<StaffMember> approvedBy);
}
