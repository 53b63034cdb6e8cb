package kmmotos.installers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.Test;

class InvoiceLinesTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final List<RetailInvoice> INVOICES = RetailFile.read(Excerpt.file());

    private final InvoiceLines lines =
            new InvoiceLines(
                    new PricingEngine(_ -> List.of(), new TaxRules("GB", List.of())),
                    new PricingContext(
                            new StoreId("S1"),
                            GBP,
                            true,
                            LocalDate.of(2011, 1, 1),
                            Optional.empty()));

    @Test
    void everyInvoiceComesToTheSameMoneyAsInTheFile() {
        assertThat(INVOICES)
                .allSatisfy(invoice ->
                        assertThat(total(lines.of(invoice))).isEqualByComparingTo(invoice.money()));
    }

    @Test
    void everyLineKeepsItsQuantityAndSku() {
        for (RetailInvoice invoice : INVOICES) {
            List<SaleLine> sold = lines.of(invoice);
            assertThat(sold).hasSameSizeAs(invoice.lines());
            for (int i = 0; i < sold.size(); i++) {
                assertThat(sold.get(i).quantity().decimal())
                        .isEqualByComparingTo(
                                BigDecimal.valueOf(invoice.lines().get(i).quantity()));
                assertThat(sold.get(i).sku().value()).isEqualTo(invoice.lines().get(i).sku());
            }
        }
    }

    @Test
    void cancelledLinesAreReturnsAndOtherNegativeOnesWriteOffs() {
        List<SaleLine> all = INVOICES.stream().flatMap(i -> lines.of(i).stream()).toList();
        assertThat(all.stream().filter(line -> line.kind() == SaleLine.Kind.RETURN)).hasSize(67);
        assertThat(all.stream().filter(line -> line.kind() == SaleLine.Kind.WRITE_OFF)).hasSize(20);
    }

    private static BigDecimal total(List<SaleLine> sold) {
        return Money.sum(sold.stream().map(SaleLine::total).toList(), GBP).decimal();
    }
}
