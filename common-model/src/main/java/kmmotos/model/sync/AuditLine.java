package kmmotos.model.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.audit.AuditKind;
import kmmotos.model.audit.AuditNote;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Adjustment;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.VoidedLine;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stock.StockAdjustment;

/// One line of the audit log, read from a fact of a till's journal: nothing is kept twice.
///
/// @param at the till's clock
/// @param staffId who did it, or as whom it was tried
/// @param approvedBy somebody else who allowed it
/// @param amount what it came to
/// @param about the receipt, the item or the words that belong to it
public record AuditLine(
        Instant at,
        AuditKind kind,
        Optional<UUID> staffId,
        Optional<UUID> approvedBy,
        Optional<Money> amount,
        String about) {

    private static final Set<EventType> TYPES =
            Set.of(
                    EventType.DESK_NOTED,
                    EventType.SALE_COMPLETED,
                    EventType.LINE_VOIDED,
                    EventType.CASH_MOVED,
                    EventType.SHIFT_OPENED,
                    EventType.SHIFT_CLOSED,
                    EventType.STOCK_ADJUSTED);

    /// The names of the facts that can have lines.
    public static Set<String> types() {
        return TYPES.stream().map(EventType::wireName).collect(Collectors.toUnmodifiableSet());
    }

    /// What the log says of a fact; most facts are of no interest to it.
    public static List<AuditLine> of(JournalEntry entry) {
        return entry.read() instanceof JournalEntry.Reading.Known(Event event)
                ? of(entry.at(), event)
                : List.of();
    }

    private static List<AuditLine> of(Instant at, Event event) {
        return switch (event) {
            case Event.DeskNoted(AuditNote note) ->
                    List.of(
                            new AuditLine(
                                    at,
                                    note.kind(),
                                    note.staffId(),
                                    note.approvedBy(),
                                    Optional.empty(),
                                    note.words()));
            case Event.SaleCompleted(Sale sale) -> of(sale);
            case Event.LineVoided(VoidedLine line) ->
                    List.of(
                            done(line.at(), AuditKind.LINE_VOIDED, line.staffId())
                                    .with(line.total())
                                    .with(line.quantity() + " × " + line.sku()));
            case Event.CashMoved(CashMovement moved) -> List.of(of(moved));
            case Event.ShiftOpened(var opening) ->
                    List.of(done(opening.at(), AuditKind.SHIFT_OPENED, opening.staffId()));
            case Event.ShiftClosed(ShiftClosing closing) ->
                    List.of(
                            done(closing.at(), AuditKind.SHIFT_CLOSED, closing.staffId())
                                    .with(closing.report().difference())
                                    .with("Z " + closing.report().number()));
            case Event.StockAdjusted(StockAdjustment change) -> List.of(of(at, change));
            default -> List.of();
        };
    }

    private static AuditLine of(CashMovement moved) {
        AuditKind kind =
                switch (moved.kind()) {
                    case PAID_IN -> AuditKind.PAID_IN;
                    case PAID_OUT -> AuditKind.PAID_OUT;
                    case SAFE_DROP -> AuditKind.SAFE_DROP;
                    case NO_SALE -> AuditKind.DRAWER_OPENED;
                };
        AuditLine line =
                done(moved.at(), kind, moved.staffId())
                        .with(moved.note())
                        .approvedBy(moved.approvedBy());
        return moved.kind().movesMoney() ? line.with(moved.change()) : line;
    }

    private static AuditLine of(Instant at, StockAdjustment change) {
        return new AuditLine(
                at,
                AuditKind.STOCK_CORRECTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "%s × %s %s".formatted(change.change(), change.sku(), change.note()).strip());
    }

    private static List<AuditLine> of(Sale sale) {
        List<AuditLine> lines = new ArrayList<>();
        Stream.of(priceGiven(sale), discounted(sale), takenBack(sale))
                .flatMap(Optional::stream)
                .forEach(lines::add);
        return lines;
    }

    /// Prices of a web order or of another document were not given at the counter.
    private static Optional<AuditLine> priceGiven(Sale sale) {
        if (sale.orderId().isPresent() || sale.reference().isPresent()) {
            return Optional.empty();
        }
        return sum(
                        sale,
                        sale.lines().stream()
                                .filter(line -> line.kind() == SaleLine.Kind.SALE)
                                .filter(line -> line.reason() == PriceReason.OWN)
                                .map(line -> line.list().times(line.quantity()).minus(line.gross()))
                                .toList())
                .map(off ->
                        done(sale.at(), AuditKind.PRICE_GIVEN, sale.staffId())
                                .with(off.negated())
                                .with(sale.receiptNumber().toString()));
    }

    private static Optional<AuditLine> discounted(Sale sale) {
        return sum(
                        sale,
                        sale.lines().stream()
                                .flatMap(line -> line.adjustments().stream())
                                .filter(one ->
                                        one.kind() == Adjustment.Kind.LINE_DISCOUNT
                                                || one.kind() == Adjustment.Kind.BASKET_DISCOUNT)
                                .map(Adjustment::amount)
                                .toList())
                .map(off ->
                        done(sale.at(), AuditKind.DISCOUNT_GIVEN, sale.staffId())
                                .with(off)
                                .with(sale.receiptNumber().toString()));
    }

    private static Optional<AuditLine> takenBack(Sale sale) {
        List<SaleLine> back =
                sale.lines().stream().filter(line -> line.kind() == SaleLine.Kind.RETURN).toList();
        boolean isVoid =
                back.stream()
                        .flatMap(line -> line.returned().stream())
                        .anyMatch(why -> why.reason() == Returned.Reason.VOIDED);
        return sum(sale, back.stream().map(SaleLine::total).toList())
                .map(amount ->
                        done(
                                        sale.at(),
                                        isVoid ? AuditKind.SALE_VOIDED : AuditKind.GOODS_RETURNED,
                                        sale.staffId())
                                .with(amount)
                                .with(sale.receiptNumber().toString())
                                .approvedBy(
                                        back.stream()
                                                .flatMap(line -> line.returned().stream())
                                                .flatMap(why -> why.approvedBy().stream())
                                                .findFirst()));
    }

    /// Empty if there is nothing to add up.
    private static Optional<Money> sum(Sale sale, List<Money> amounts) {
        return amounts.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.sum(amounts, sale.total().currency()));
    }

    private static AuditLine done(Instant at, AuditKind kind, UUID staffId) {
        return new AuditLine(
                at, kind, Optional.of(staffId), Optional.empty(), Optional.empty(), "");
    }

    private AuditLine with(Money money) {
        return new AuditLine(at, kind, staffId, approvedBy, Optional.of(money), about);
    }

    private AuditLine with(String words) {
        return new AuditLine(at, kind, staffId, approvedBy, amount, words);
    }

    private AuditLine approvedBy(Optional<UUID> other) {
        return new AuditLine(at, kind, staffId, other, amount, about);
    }
}
