package kmmotos.desktop.sales;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Basket;
import kmmotos.model.returns.PaidReceipt;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// A sale put aside, or kept safe while it is open, so that a crash loses no line of it. It has no
/// receipt number.
///
/// @param staffName who rang it up
/// @param reference the number of the quote it came from
/// @param receipts by which goods come back; older files do not name them
/// @param notes by line; older files have none
/// @param paid the parts that were paid already; older files do not name them
/// @param open whether it was in front when it was kept, not parked by hand
/// @param elsewhere the till that has it; empty for this one's own
/// @param parts older files have none
/// @param handedTo the device that it was given to and that has not said yet that it has it
public record ParkedSale(
        UUID saleId,
        Instant at,
        String staffName,
        Basket basket,
        List<SaleLine> fixed,
        Optional<UUID> orderId,
        Optional<Customer> customer,
        Money total,
        Optional<String> reference,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<PaidReceipt> receipts,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<Integer, String> notes,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Tender> paid,
        boolean open,
        Optional<OtherTill> elsewhere,
        Optional<UUID> handedTo,
        Optional<PartNotes> parts) {

    /// The till of the shop at whose counter it is parked.
    public record OtherTill(UUID device, int number) {}

    public ParkedSale(
            UUID saleId,
            Instant at,
            String staffName,
            Basket basket,
            List<SaleLine> fixed,
            Optional<UUID> orderId,
            Optional<Customer> customer,
            Money total,
            Optional<String> reference,
            List<PaidReceipt> receipts,
            Map<Integer, String> notes,
            List<Tender> paid,
            boolean open,
            Optional<PartNotes> parts) {
        this(
                saleId,
                at,
                staffName,
                basket,
                fixed,
                orderId,
                customer,
                total,
                reference,
                receipts,
                notes,
                paid,
                open,
                Optional.empty(),
                Optional.empty(),
                parts);
    }

    ParkedSale with(boolean isOpen, Optional<OtherTill> till, Optional<UUID> to) {
        return new ParkedSale(
                saleId, at, staffName, basket, fixed, orderId, customer, total, reference, receipts,
                notes, paid, isOpen, till, to, parts);
    }

    /// As another till shows it.
    public ParkedSale parkedAt(OtherTill till) {
        return with(open, Optional.of(till), handedTo);
    }

    /// As this till's own.
    public ParkedSale here() {
        return with(false, Optional.empty(), Optional.empty());
    }

    @JsonCreator
    public ParkedSale {
        fixed = List.copyOf(fixed);
        receipts = List.copyOf(receipts);
        notes = Map.copyOf(notes);
        paid = List.copyOf(paid);
    }

    public int lineCount() {
        return basket.lines().size() + fixed.size();
    }
}
