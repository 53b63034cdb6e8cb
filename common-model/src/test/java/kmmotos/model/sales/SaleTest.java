package kmmotos.model.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaleTest {

    @Test
    void tendersThatDoNotAddUpCannotMakeASale() {
        Sale sale = SampleSales.cashSale();
        Money short1 = sale.total().minus(Money.ofMinor(1, SampleStores.BRL));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SampleSales.paid(sale, List.of(Tender.Cash.exactly(short1)), sale.total()))
                .withMessageContaining("add up");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SampleSales.paid(sale, List.of(Tender.Cash.exactly(short1)), short1));
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void aSplitTenderAddsUpToTheTotalHoweverItIsSplit(long seed) {
        Random random = new Random(seed);
        Sale sale = SampleSales.cashSale();
        List<Long> weights = random.longs(random.nextInt(1, 6), 0, 1_000).boxed().toList();
        List<Tender> tenders = new ArrayList<>();
        for (Money part : sale.total().allocate(weights)) {
            Money change = Money.ofMinor(random.nextInt(0, 5_000), SampleStores.BRL);
            tenders.add(
                    random.nextBoolean()
                            ? new Tender.Cash(part, part.plus(change), change)
                            : new Tender.Card(UUID.randomUUID(), part, "A1"));
        }
        ShiftTotals totals =
                ShiftTotals.none(SampleStores.BRL)
                        .plus(SampleSales.paid(sale, tenders, sale.total()));
        assertThat(totals.by("cash").plus(totals.by("card"))).isEqualTo(sale.total());
    }

    @Test
    void changeMustBeWhatIsGivenBack() {
        Money ten = Money.parse("10.00", SampleStores.BRL);
        Money zero = Money.zero(SampleStores.BRL);
        assertThatIllegalArgumentException().isThrownBy(() -> new Tender.Cash(zero, ten, zero));
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void returningEverythingBitByBitGivesBackExactlyWhatWasPaid(long seed) {
        Random random = new Random(seed);
        Sale sale =
                SampleSales.cashSale(
                        Basket.EMPTY
                                .plus(SamplePrices.PAD, "standard", units(random))
                                .plus(SamplePrices.OIL, "standard", units(random))
                                .plus(SamplePrices.KIT, "standard", units(random))
                                .withCoupons(List.of(SamplePrices.COUPON)));
        List<SaleLine> refunds = new ArrayList<>();
        for (SaleLine sold : sale.lines()) {
            Quantity back = Quantity.ZERO;
            while (back.compareTo(sold.quantity()) < 0) {
                long left = sold.quantity().minus(back).thousandths() / 1000;
                Quantity now = Quantity.of(random.nextLong(1, left + 1));
                refunds.add(Refund.line(sale, sold, back, now, refunds.size() + 1));
                back = back.plus(now);
            }
        }
        Collections.shuffle(refunds, random);
        assertThat(sum(refunds)).isEqualTo(sale.total().negated());
        Sale returned =
                SampleSales.sale(
                        UUID.randomUUID(), SampleSales.RECEIPT.next(), refunds, sum(refunds));
        assertThat(returned.tax()).isEqualTo(sale.tax().negated());
        assertThat(returned.returnedSales()).containsExactly(sale.saleId());
    }

    @Test
    void nothingCanComeBackTwice() {
        Sale sale = SampleSales.cashSale();
        SaleLine three = sale.lines().getFirst();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Refund.line(sale, three, Quantity.of(2), Quantity.of(2), 1))
                .withMessageContaining("cannot come back");
    }

    @Test
    void goodsGoToTheCustomerAndComeBack() {
        Sale sale = SampleSales.cashSale();
        assertThat(sale.movements()).extracting(StockMovement::to).containsOnly(Location.CUSTOMER);
        SaleLine back = Refund.line(sale, sale.lines().getFirst(), Quantity.ZERO, Quantity.ONE, 1);
        Sale returned =
                SampleSales.sale(
                        UUID.randomUUID(), SampleSales.RECEIPT, List.of(back), back.total());
        StockMovement movement = returned.movements().getFirst();
        assertThat(movement.changeAt(Location.STORE)).isEqualTo(Quantity.ONE);
        assertThat(movement.changeAt(Location.CUSTOMER)).isEqualTo(Quantity.of(-1));
    }

    @Test
    void aWriteOffWithinADocumentGoesToWaste() {
        SaleLine sold = SampleSales.cashSale().lines().getFirst();
        Sale whole = SampleSales.cashSale();
        SaleLine back = Refund.line(whole, sold, Quantity.ZERO, Quantity.of(3), 1);
        SaleLine lost =
                new SaleLine(
                        1,
                        SaleLine.Kind.WRITE_OFF,
                        back.sku(),
                        back.description(),
                        back.quantity(),
                        back.list(),
                        back.unit(),
                        back.reason(),
                        back.gross(),
                        back.adjustments(),
                        back.taxPercent(),
                        back.net(),
                        back.tax(),
                        back.total(),
                        java.util.Optional.empty());
        Sale sale =
                SampleSales.sale(
                        UUID.randomUUID(), SampleSales.RECEIPT, List.of(lost), lost.total());
        StockMovement movement = sale.movements().getFirst();
        assertThat(movement.from()).isEqualTo(Location.STORE);
        assertThat(movement.to()).isEqualTo(Location.WASTE);
        assertThat(movement.quantity()).isEqualTo(Quantity.of(3));
    }

    @Test
    void aReceiptNumberIsReadAsItIsPrinted() {
        ReceiptNumber number = ReceiptNumber.parse("S1-2-1-000123");
        assertThat(number.next()).hasToString("S1-2-1-000124");
        assertThat(ReceiptNumber.parse(number.toString())).isEqualTo(number);
        assertThatIllegalArgumentException().isThrownBy(() -> ReceiptNumber.parse("1043"));
        assertThatIllegalArgumentException().isThrownBy(() -> ReceiptNumber.parse("S1-0-1-1"));
    }

    @Test
    void aDifferenceBelowZeroMeansMoneyIsMissing() {
        Money float100 = Money.parse("100.00", SampleStores.BRL);
        ZReport report =
                new ZReport(
                        1,
                        SampleSales.SHIFT,
                        UUID.randomUUID(),
                        1,
                        9,
                        ShiftTotals.none(SampleStores.BRL),
                        float100,
                        float100.minus(Money.ofMinor(5, SampleStores.BRL)));
        assertThat(report.difference().minor()).isEqualTo(-5);
    }

    private static Quantity units(Random random) {
        return Quantity.of(random.nextInt(1, 40));
    }

    private static Money sum(List<SaleLine> lines) {
        return Money.sum(lines.stream().map(SaleLine::total).toList(), SampleStores.BRL);
    }
}
