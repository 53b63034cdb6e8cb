package kmmotos.model.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kmmotos.model.catalog.Sku;
import kmmotos.model.leases.SampleLeases;
import kmmotos.model.money.Quantity;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.EventType;
import org.junit.jupiter.api.Test;

class CoreChargeTest {
    private static final SaleLine CHARGE =
            SaleLine.core(
                    1, new Sku("BAT"), "Deposit", Quantity.of(3), SampleLeases.money("25.00"));

    @Test
    void aDepositMovesNoGoodsAndHoldsNoTax() {
        Sale sale =
                SampleSales.sale(
                        SampleSales.SALE, SampleSales.RECEIPT, List.of(CHARGE), CHARGE.total());
        assertThat(sale.movements()).isEmpty();
        assertThat(sale.tax().isZero()).isTrue();
        assertThat(sale.coreCharges()).isEqualTo(SampleLeases.money("75.00"));
    }

    @Test
    void anOldPartThatComesBackLaterGivesItsShareOfTheDepositBack() {
        Sale sale =
                SampleSales.sale(
                        SampleSales.SALE, SampleSales.RECEIPT, List.of(CHARGE), CHARGE.total());
        SaleLine back = Refund.line(sale, CHARGE, Quantity.ZERO, Quantity.of(2), 7);
        assertThat(back.kind()).isEqualTo(SaleLine.Kind.CORE_RETURN);
        assertThat(back.total()).isEqualTo(SampleLeases.money("-50.00"));
    }

    @Test
    void aSaleThatProgramsOfBeforeCantReadHasANewVersion() {
        assertThat(EventType.of(new Event.SaleCompleted(SampleSales.partsSale())))
                .isEqualTo(EventType.SALE_COMPLETED_4);
        assertThat(EventType.of(new Event.SaleCompleted(SampleSales.cashSale())))
                .isEqualTo(EventType.SALE_COMPLETED);
    }
}
