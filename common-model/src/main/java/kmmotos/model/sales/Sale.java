package kmmotos.model.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Money;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// A finished sale, return or exchange: what was handed over, what was paid, and where and when.
///
/// The total is the sum of the lines, and the tenders add up to it. Without any line, it is money
/// that was put on a gift card, paid off an account, or is a deposit for an order.
///
/// @param businessDay the day of the shift
/// @param at the till's clock, for people to read; nothing is ordered by it
/// @param coupons the codes that were redeemed
/// @param orderId the web order that is handed over by this sale
/// @param priceListId the price list in force at the till
/// @param reference the number of the document this came from, if it was not rung up here
/// @param couponLeases the leases of those coupons that the till held one on
/// @param note for whoever asks later; printed
/// @param bike the motorcycle the parts are for
public record Sale(
        UUID saleId,
        ReceiptNumber receiptNumber,
        StoreId store,
        DeviceId device,
        UUID shiftId,
        LocalDate businessDay,
        Instant at,
        UUID staffId,
        Optional<UUID> customerId,
        List<SaleLine> lines,
        List<Tender> tenders,
        Money total,
        List<String> coupons,
        Optional<UUID> orderId,
        Optional<String> priceListId,
        Optional<String> reference,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<UUID> couponLeases,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> note,
        Optional<Motorcycle> bike) {

    public Sale {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        coupons = List.copyOf(coupons);
        couponLeases = List.copyOf(couponLeases);
        if (note.filter(words -> words.length() > SaleLine.MAX_NOTE).isPresent()) {
            throw new IllegalArgumentException("a note is at most " + SaleLine.MAX_NOTE + " long");
        }
        if (lines.isEmpty() && tenders.stream().noneMatch(Tender::standsAlone)) {
            throw new IllegalArgumentException("a sale has at least one line");
        }
        Money ofLines = Money.sum(lines.stream().map(SaleLine::total).toList(), total.currency());
        Money ofTenders =
                Money.sum(tenders.stream().map(Tender::amount).toList(), total.currency());
        if (!ofLines.equals(total) || !ofTenders.equals(total)) {
            throw new IllegalArgumentException(
                    "lines of %s and tenders of %s must both add up to %s"
                            .formatted(ofLines, ofTenders, total));
        }
    }

    public Sale(
            UUID saleId,
            ReceiptNumber receiptNumber,
            StoreId store,
            DeviceId device,
            UUID shiftId,
            LocalDate businessDay,
            Instant at,
            UUID staffId,
            Optional<UUID> customerId,
            List<SaleLine> lines,
            List<Tender> tenders,
            Money total,
            List<String> coupons,
            Optional<UUID> orderId,
            Optional<String> priceListId,
            Optional<String> reference,
            List<UUID> couponLeases) {
        this(
                saleId,
                receiptNumber,
                store,
                device,
                shiftId,
                businessDay,
                at,
                staffId,
                customerId,
                lines,
                tenders,
                total,
                coupons,
                orderId,
                priceListId,
                reference,
                couponLeases,
                Optional.empty(),
                Optional.empty());
    }

    public Sale(
            UUID saleId,
            ReceiptNumber receiptNumber,
            StoreId store,
            DeviceId device,
            UUID shiftId,
            LocalDate businessDay,
            Instant at,
            UUID staffId,
            Optional<UUID> customerId,
            List<SaleLine> lines,
            List<Tender> tenders,
            Money total,
            List<String> coupons,
            Optional<UUID> orderId,
            Optional<String> priceListId,
            Optional<String> reference,
            List<UUID> couponLeases,
            Optional<String> note) {
        this(
                saleId,
                receiptNumber,
                store,
                device,
                shiftId,
                businessDay,
                at,
                staffId,
                customerId,
                lines,
                tenders,
                total,
                coupons,
                orderId,
                priceListId,
                reference,
                couponLeases,
                note,
                Optional.empty());
    }

    /// Whether programs of before bikes and core charges can read it.
    public boolean isPlain() {
        return bike.isEmpty() && lines.stream().allMatch(SaleLine::isPlain);
    }

    /// Whether programs of before foreign cash can read it.
    public boolean isWithoutForeignCash() {
        return tenders.stream().noneMatch(Tender.ForeignCash.class::isInstance);
    }

    /// Whether programs of before kits and serial numbers can read it.
    public boolean isWithoutPieces() {
        return lines.stream().allMatch(SaleLine::isOfOnePiece);
    }

    /// Whether programs of before deposits for orders can read it.
    public boolean isWithoutDeposits() {
        return deposits().findAny().isEmpty();
    }

    public Stream<Tender.Deposit> deposits() {
        return tenders.stream()
                .filter(Tender.Deposit.class::isInstance)
                .map(Tender.Deposit.class::cast);
    }

    /// What was paid in for a counter's order, less what was used or given back.
    public Money depositFor(UUID counterOrder) {
        return Money.sum(
                deposits()
                        .filter(deposit -> deposit.orderId().equals(counterOrder))
                        .map(deposit -> deposit.amount().negated())
                        .toList(),
                total.currency());
    }

    /// Whether the goods of a counter's order are sold here.
    public boolean handsOver(UUID counterOrder) {
        return !lines.isEmpty()
                && deposits()
                        .anyMatch(deposit ->
                                deposit.orderId().equals(counterOrder)
                                        && !deposit.amount().isNegative());
    }

    /// The deposits for old parts, those given back taken off.
    public Money coreCharges() {
        return Money.sum(
                lines.stream().filter(line -> line.kind().isCore()).map(SaleLine::total).toList(),
                total.currency());
    }

    /// Whether programs of before there were leases can read it.
    public boolean isWithoutLeases() {
        return couponLeases.isEmpty()
                && tenders.stream()
                        .allMatch(tender ->
                                switch (tender) {
                                    case Tender.Cash _,
                                            Tender.Card _,
                                            Tender.Deposit _,
                                            Tender.ForeignCash _ ->
                                            true;
                                    case Tender.GiftCard _, Tender.Account _ -> false;
                                });
    }

    /// Whether programs of before returns had reasons, and sales notes, can read it.
    public boolean isWithoutWords() {
        return note.isEmpty()
                && lines.stream()
                        .allMatch(line -> line.returned().isEmpty() && line.note().isEmpty());
    }

    /// Whether it reverses another sale as a whole.
    public boolean isVoid() {
        return lines.stream()
                .flatMap(line -> line.returned().stream())
                .anyMatch(returned -> returned.reason() == Returned.Reason.VOIDED);
    }

    public Money tax() {
        return Money.sum(lines.stream().map(SaleLine::tax).toList(), total.currency());
    }

    public Optional<SaleLine> line(int lineId) {
        return lines.stream().filter(line -> line.lineId() == lineId).findFirst();
    }

    /// The goods that left or came back.
    public List<StockMovement> movements() {
        return lines.stream()
                .filter(line -> !line.kind().isCore())
                .map(line ->
                        line.kind() == SaleLine.Kind.WRITE_OFF
                                ? moved(line, Location.WASTE, Location.STORE)
                                : moved(line, line.stockSide(), Location.CUSTOMER))
                .toList();
    }

    private StockMovement moved(SaleLine line, Location from, Location to) {
        return StockMovement.signed(store, line.sku(), line.quantity(), from, to);
    }

    /// The sales whose lines are given back here.
    public Stream<UUID> returnedSales() {
        return lines.stream()
                .map(SaleLine::returnOf)
                .flatMap(Optional::stream)
                .map(SaleLine.ReturnOf::saleId)
                .distinct();
    }
}
