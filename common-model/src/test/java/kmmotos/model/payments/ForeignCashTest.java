package kmmotos.model.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import kmmotos.model.money.Money;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.Test;

class ForeignCashTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency ARS = Currency.getInstance("ARS");
    private static final ForeignRates RATES =
            new ForeignRates(
                    new StoreId("S1"),
                    List.of(
                            rate(USD, "5.40", "2026-11-20"),
                            rate(USD, "5.55", "2026-11-25"),
                            rate(ARS, "0.0058", "2026-11-20"),
                            rate(ARS, "0", "2026-11-24")));

    @Test
    void theNewestRateThatHasBegunHoldsAndZeroEndsIt() {
        assertThat(RATES.on(LocalDate.parse("2026-11-19"))).isEmpty();
        assertThat(RATES.on(LocalDate.parse("2026-11-23")).keySet()).containsExactly("ARS", "USD");
        assertThat(RATES.on(LocalDate.parse("2026-11-25")).keySet()).containsExactly("USD");
        assertThat(RATES.on(LocalDate.parse("2026-11-25")))
                .containsEntry("USD", rate(USD, "5.55", "2026-11-25"));
    }

    @Test
    void changeIsTheShopsMoneyAndGivenLessChangeIsTheAmount() {
        var cash =
                new Tender.ForeignCash(
                        brl("253.10"), usd("50.00"), new BigDecimal("5.40"), brl("16.90"));

        assertThat(cash.kind()).isEqualTo("foreign_cash");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Tender.ForeignCash(
                                brl("253.10"), usd("50.00"), new BigDecimal("5.40"), brl("16.91")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Tender.ForeignCash(
                                brl("50.00"), brl("50.00"), BigDecimal.ONE, brl("0.00")));
    }

    @Test
    void theDrawerHasTheNotesAndLacksTheChange() {
        var cash =
                new Tender.ForeignCash(
                        brl("338.70"), usd("63.00"), new BigDecimal("5.40"), brl("1.50"));
        var sale = SampleSales.cashSale();
        ShiftTotals totals =
                ShiftTotals.none(SampleStores.BRL)
                        .plus(SampleSales.paid(sale, List.of(cash), sale.total()));

        assertThat(totals.foreignInDrawer()).containsEntry("USD", usd("63.00"));
        assertThat(totals.cashInDrawer()).isEqualTo(brl("-1.50"));
        assertThat(totals.plus(totals).foreignInDrawer()).containsEntry("USD", usd("126.00"));
        assertThat(totals.plus(ShiftTotals.none(SampleStores.BRL))).isEqualTo(totals);
    }

    private static ForeignRates.Rate rate(Currency currency, String rate, String from) {
        return new ForeignRates.Rate(currency, new BigDecimal(rate), LocalDate.parse(from));
    }

    private static Money brl(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    private static Money usd(String amount) {
        return Money.parse(amount, USD);
    }
}
