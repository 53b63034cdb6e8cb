package kmmotos.model.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.SerialNumber;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.pricing.PricedLine;
import kmmotos.model.stock.Location;

/// A line of a sale as it was sold. Everything that made its price is kept, so that nobody has to
/// compute it again.
///
/// @param lineId unique in its sale
/// @param quantity above 0 for a sale, below 0 for a return or a write-off
/// @param description as printed
/// @param returnOf the line this one gives back, if it was found
/// @param returned why it came back, of a return that was asked
/// @param note for whoever works on it or asks later; printed
/// @param misfit why it was sold although it does not fit the sale's motorcycle
/// @param askedFor the number that was asked for, which this item replaces
/// @param kit the kit as a part of which it was sold
/// @param serials of its pieces, as far as they were told
public record SaleLine(
        int lineId,
        Kind kind,
        Sku sku,
        String description,
        Quantity quantity,
        UnitPrice list,
        UnitPrice unit,
        PriceReason reason,
        Money gross,
        List<Adjustment> adjustments,
        BigDecimal taxPercent,
        Money net,
        Money tax,
        Money total,
        Optional<ReturnOf> returnOf,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Returned> returned,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> note,
        Optional<String> misfit,
        Optional<Sku> askedFor,
        Optional<KitOf> kit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<String> serials) {

    public static final int MAX_NOTE = 200;

    public enum Kind {
        SALE,
        RETURN,
        /// Goods taken off the books within a sale's document: lost, broken, thrown away.
        WRITE_OFF,
        /// The deposit for an item's old part; no goods move.
        CORE_CHARGE,
        /// The old part came back, and the deposit goes back.
        CORE_RETURN;

        /// Whether goods or a deposit are sold, and do not come back.
        public boolean isSold() {
            return this == SALE || this == CORE_CHARGE;
        }

        public boolean isCore() {
            return this == CORE_CHARGE || this == CORE_RETURN;
        }
    }

    /// A kit in a sale; its lines stand together.
    ///
    /// @param number what its lines have in common, unlike those of other kits beside them
    /// @param description as printed
    /// @param quantity how many kits were sold
    public record KitOf(int number, Sku sku, String description, Quantity quantity) {}

    /// @param saleId the sale that is given back
    public record ReturnOf(UUID saleId, ReceiptNumber receiptNumber, int lineId) {}

    public SaleLine {
        adjustments = List.copyOf(adjustments);
        serials = List.copyOf(serials);
        if (quantity.isZero() || quantity.isNegative() == kind.isSold()) {
            throw new IllegalArgumentException(
                    "a %s line's quantity cannot be %s".formatted(kind, quantity));
        }
        if (returned.isPresent() && kind != Kind.RETURN && kind != Kind.CORE_RETURN) {
            throw new IllegalArgumentException("only goods that came back were returned");
        }
        if (note.filter(words -> words.length() > MAX_NOTE).isPresent()) {
            throw new IllegalArgumentException("a note is at most " + MAX_NOTE + " long");
        }
        if (quantity.abs().compareTo(Quantity.of(serials.size())) < 0) {
            throw new IllegalArgumentException(
                    "%s pieces have no %d serial numbers".formatted(quantity, serials.size()));
        }
        SerialNumber.refuseLong(serials);
        if (!net.plus(tax).equals(total)) {
            throw new IllegalArgumentException(
                    "net %s and tax %s must add up to %s".formatted(net, tax, total));
        }
    }

    public SaleLine(
            int lineId,
            Kind kind,
            Sku sku,
            String description,
            Quantity quantity,
            UnitPrice list,
            UnitPrice unit,
            PriceReason reason,
            Money gross,
            List<Adjustment> adjustments,
            BigDecimal taxPercent,
            Money net,
            Money tax,
            Money total,
            Optional<ReturnOf> returnOf) {
        this(
                lineId,
                kind,
                sku,
                description,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                taxPercent,
                net,
                tax,
                total,
                returnOf,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public SaleLine(
            int lineId,
            Kind kind,
            Sku sku,
            String description,
            Quantity quantity,
            UnitPrice list,
            UnitPrice unit,
            PriceReason reason,
            Money gross,
            List<Adjustment> adjustments,
            BigDecimal taxPercent,
            Money net,
            Money tax,
            Money total,
            Optional<ReturnOf> returnOf,
            Optional<Returned> returned,
            Optional<String> note,
            Optional<String> misfit,
            Optional<Sku> askedFor) {
        this(
                lineId,
                kind,
                sku,
                description,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                taxPercent,
                net,
                tax,
                total,
                returnOf,
                returned,
                note,
                misfit,
                askedFor,
                Optional.empty(),
                List.of());
    }

    /// The deposit for the old part of an item, without tax, or what goes back of it.
    ///
    /// @param quantity below 0 if the old parts came back
    public static SaleLine core(
            int lineId, Sku sku, String description, Quantity quantity, Money deposit) {
        UnitPrice unit = UnitPrice.of(deposit);
        Money total = unit.times(quantity);
        return new SaleLine(
                lineId,
                quantity.isNegative() ? Kind.CORE_RETURN : Kind.CORE_CHARGE,
                sku,
                description,
                quantity,
                unit,
                unit,
                PriceReason.LIST,
                total,
                List.of(),
                BigDecimal.ZERO,
                total,
                Money.zero(total.currency()),
                total,
                Optional.empty());
    }

    /// The same with what the parts trade says of it.
    public SaleLine with(Optional<String> whyMisfit, Optional<Sku> asked) {
        return new SaleLine(
                lineId,
                kind,
                sku,
                description,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                taxPercent,
                net,
                tax,
                total,
                returnOf,
                returned,
                note,
                whyMisfit,
                asked,
                kit,
                serials);
    }

    /// The same as a priced line, for telling how the price came about.
    public PricedLine priced() {
        return new PricedLine(
                lineId,
                sku,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                taxPercent,
                net,
                tax,
                total);
    }

    /// Whether programs of before bikes and core charges can read it.
    boolean isPlain() {
        return misfit.isEmpty() && askedFor.isEmpty() && !kind.isCore();
    }

    /// Whether programs of before kits and serial numbers can read it.
    boolean isOfOnePiece() {
        return kit.isEmpty() && serials.isEmpty();
    }

    /// How many goods went, below 0 if they came; a deposit is none.
    public Quantity pieces() {
        return kind.isCore() ? Quantity.ZERO : quantity;
    }

    /// A priced line as sold: a quantity below 0 is a return.
    public static SaleLine sold(PricedLine line, String description) {
        Kind kind = line.quantity().isNegative() ? Kind.RETURN : Kind.SALE;
        return of(line, kind, description, Optional.empty());
    }

    public static SaleLine of(
            PricedLine line, Kind kind, String description, Optional<ReturnOf> returnOf) {
        return new SaleLine(
                line.lineId(),
                kind,
                line.sku(),
                description,
                line.quantity(),
                line.list(),
                line.unit(),
                line.reason(),
                line.gross(),
                line.adjustments(),
                line.taxPercent(),
                line.net(),
                line.tax(),
                line.total(),
                returnOf);
    }

    /// The same line at another place.
    public SaleLine numbered(int id) {
        return copy(id, description, returned, note);
    }

    /// The same line under another name.
    public SaleLine described(String name) {
        return copy(lineId, name, returned, note);
    }

    /// The same return, with why it came back.
    public SaleLine withReturned(Returned why) {
        return copy(lineId, description, Optional.of(why), note);
    }

    /// The same line with a note; an empty one takes it away.
    public SaleLine withNote(String words) {
        return copy(lineId, description, returned, Optional.of(words).filter(it -> !it.isBlank()));
    }

    private SaleLine copy(int id, String name, Optional<Returned> why, Optional<String> words) {
        return new SaleLine(
                id,
                kind,
                sku,
                name,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                taxPercent,
                net,
                tax,
                total,
                returnOf,
                why,
                words,
                misfit,
                askedFor,
                kit,
                serials);
    }

    /// The same line as a part of a kit.
    public SaleLine ofKit(KitOf whole) {
        return with(Optional.of(whole), serials);
    }

    /// The same line with the serial numbers of its pieces.
    public SaleLine withSerials(List<String> numbers) {
        return with(kit, numbers);
    }

    private SaleLine with(Optional<KitOf> whole, List<String> numbers) {
        return new SaleLine(
                lineId,
                kind,
                sku,
                description,
                quantity,
                list,
                unit,
                reason,
                gross,
                adjustments,
                taxPercent,
                net,
                tax,
                total,
                returnOf,
                returned,
                note,
                misfit,
                askedFor,
                whole,
                numbers);
    }

    /// Where the shop's side of the line is: the shelf, unless goods that came back don't go there.
    Location stockSide() {
        return returned.map(Returned::condition)
                .map(condition ->
                        switch (condition) {
                            case TO_STOCK -> Location.STORE;
                            case TO_SUPPLIER -> Location.SUPPLIER;
                            case WASTE -> Location.WASTE;
                        })
                .orElse(Location.STORE);
    }
}
