package kmmotos.installers.till;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// What is rung up, before the till gives it a receipt number.
///
/// @param reference the number of the document it came from, if it was not rung up here
public record Document(
        UUID saleId,
        UUID staff,
        Instant at,
        Optional<UUID> customer,
        List<SaleLine> lines,
        List<Tender> tenders,
        List<String> coupons,
        Optional<UUID> order,
        Optional<String> reference) {

    public Document {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
        coupons = List.copyOf(coupons);
    }

    /// Paid in cash without change by nobody known.
    public static Document paidExactly(UUID saleId, UUID staff, Instant at, List<SaleLine> lines) {
        Money total = total(lines);
        return new Document(
                saleId,
                staff,
                at,
                Optional.empty(),
                lines,
                List.of(Tender.Cash.exactly(total)),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public Document of(Optional<UUID> buyer) {
        return new Document(saleId, staff, at, buyer, lines, tenders, coupons, order, reference);
    }

    public Document paidBy(List<Tender> how) {
        return new Document(saleId, staff, at, customer, lines, how, coupons, order, reference);
    }

    public Document with(List<String> redeemed) {
        return new Document(
                saleId, staff, at, customer, lines, tenders, redeemed, order, reference);
    }

    public Document handingOver(UUID webOrder) {
        return new Document(
                saleId,
                staff,
                at,
                customer,
                lines,
                tenders,
                coupons,
                Optional.of(webOrder),
                reference);
    }

    public Document referringTo(String number) {
        return new Document(
                saleId, staff, at, customer, lines, tenders, coupons, order, Optional.of(number));
    }

    public Money total() {
        return total(lines);
    }

    private static Money total(List<SaleLine> lines) {
        return Money.sum(
                lines.stream().map(SaleLine::total).toList(), lines.getFirst().total().currency());
    }
}
