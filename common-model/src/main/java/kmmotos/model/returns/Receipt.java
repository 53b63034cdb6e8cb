package kmmotos.model.returns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// What has to be known of a sale so that its goods can come back.
///
/// @param sold the lines whose goods the customer has, with what was paid for them
/// @param payments what was paid, by kind of tender; without money put on cards or off accounts
public record Receipt(
        UUID saleId,
        ReceiptNumber number,
        LocalDate day,
        Currency currency,
        Optional<UUID> customerId,
        List<SaleLine> sold,
        List<Payment> payments) {

    /// @param kind see [Tender#kind]
    /// @param amount more than 0
    public record Payment(String kind, Money amount) {}

    public Receipt {
        sold = List.copyOf(sold);
        payments = List.copyOf(payments);
    }

    public static Receipt of(Sale sale) {
        return new Receipt(
                sale.saleId(),
                sale.receiptNumber(),
                sale.businessDay(),
                sale.total().currency(),
                sale.customerId(),
                sold(sale),
                sale.tenders().stream()
                        .filter(tender -> tender.amount().isPositive())
                        .map(tender -> new Payment(backBy(tender), tender.amount()))
                        .toList());
    }

    /// What was a deposit goes back from the drawer.
    private static String backBy(Tender tender) {
        return tender instanceof Tender.Deposit ? RefundPlan.CASH : tender.kind();
    }

    /// What may come back: of deposits for old parts, those that were not here at once.
    private static List<SaleLine> sold(Sale sale) {
        Map<Sku, Quantity> here = new HashMap<>();
        sale.lines().stream()
                .filter(line -> line.kind() == SaleLine.Kind.CORE_RETURN)
                .filter(line -> line.returnOf().isEmpty())
                .forEach(line -> here.merge(line.sku(), line.quantity().negated(), Quantity::plus));
        List<SaleLine> sold = new ArrayList<>();
        for (SaleLine line : sale.lines()) {
            if (line.kind() == SaleLine.Kind.SALE) {
                sold.add(line);
            } else if (line.kind() == SaleLine.Kind.CORE_CHARGE) {
                Quantity back = here.getOrDefault(line.sku(), Quantity.ZERO);
                Quantity owed = line.quantity().minus(back);
                here.put(line.sku(), owed.isNegative() ? owed.negated() : Quantity.ZERO);
                if (owed.isPositive()) {
                    sold.add(
                            SaleLine.core(
                                    line.lineId(),
                                    line.sku(),
                                    line.description(),
                                    owed,
                                    line.unit().times(Quantity.ONE)));
                }
            }
        }
        return sold;
    }

    /// The same receipt with its payments less what went back for it already, by kind of tender.
    ///
    /// @param returns sales by which some of it came back
    public Receipt lessPaidBack(Collection<Sale> returns) {
        Map<String, Money> back = new HashMap<>();
        returns.stream()
                .flatMap(sale -> sale.tenders().stream())
                .filter(tender -> tender.amount().isNegative())
                .forEach(tender ->
                        back.merge(tender.kind(), tender.amount().negated(), Money::plus));
        List<Payment> left = new ArrayList<>();
        for (Payment payment : payments) {
            Money off = back.getOrDefault(payment.kind(), Money.zero(currency));
            Money kept = payment.amount().minus(off);
            back.put(payment.kind(), kept.isNegative() ? kept.negated() : Money.zero(currency));
            if (kept.isPositive()) {
                left.add(new Payment(payment.kind(), kept));
            }
        }
        return new Receipt(saleId, number, day, currency, customerId, sold, left);
    }

    /// See [Refund#line(SaleLine.ReturnOf, SaleLine, Quantity, Quantity, int)].
    public SaleLine refund(SaleLine line, Quantity returned, Quantity quantity, int lineId) {
        return Refund.line(
                new SaleLine.ReturnOf(saleId, number, line.lineId()),
                line,
                returned,
                quantity,
                lineId);
    }
}
