package kmmotos.model.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;

class RefundPlanTest {

    private static final Money LIMIT = Role.CASHIER.cashRefundLimit(SampleStores.BRL);

    private static Money money(String amount) {
        return Money.parse(amount, SampleStores.BRL);
    }

    /// 338.70 paid: 100.00 by card, the rest in cash.
    private static Receipt receipt() {
        Sale sale = SampleSales.cashSale();
        Money cash = sale.total().minus(money("100.00"));
        return Receipt.of(
                SampleSales.paid(
                        sale,
                        List.of(
                                new Tender.Card(UUID.randomUUID(), money("100.00"), ""),
                                Tender.Cash.exactly(cash)),
                        sale.total()));
    }

    private static RefundPlan plan(Receipt receipt, List<SaleLine> back) {
        return RefundPlan.of(List.of(PaidReceipt.of(receipt)), back, money("0.00"));
    }

    private static List<SaleLine> all(Receipt receipt) {
        return receipt.sold().stream()
                .map(line -> receipt.refund(line, Quantity.ZERO, line.quantity(), line.lineId()))
                .toList();
    }

    @Test
    void aCardTakesBackWhatWasPaidByItAndNoMore() {
        Receipt receipt = receipt();
        RefundPlan plan = plan(receipt, all(receipt));

        assertThat(plan.by("card", money("100.00"), LIMIT))
                .isEqualTo(new RefundPlan.Answer.Allowed());
        assertThat(plan.by("card", money("100.01"), LIMIT))
                .isEqualTo(new RefundPlan.Answer.Refused(money("100.00")));
    }

    @Test
    void cashThatWasPaidGoesBackUpToThePersonsLimit() {
        Receipt receipt = Receipt.of(SampleSales.cashSale());
        RefundPlan plan = plan(receipt, all(receipt));
        Money paid = receipt.payments().getFirst().amount();

        assertThat(plan.by("cash", paid, paid)).isEqualTo(new RefundPlan.Answer.Allowed());
        assertThat(plan.by("cash", paid, money("50.00")))
                .isEqualTo(
                        new RefundPlan.Answer.NeedsApproval(
                                RefundPlan.Why.OVER_LIMIT, money("50.00")));
    }

    @Test
    void moreCashThanWasPaidInCashNeedsASecondPerson() {
        Receipt receipt = receipt();
        RefundPlan plan = plan(receipt, all(receipt));
        Money cash = plan.most().getOrDefault("cash", money("0.00"));

        assertThat(plan.by("cash", cash, LIMIT)).isEqualTo(new RefundPlan.Answer.Allowed());
        assertThat(plan.by("cash", cash.plus(money("0.01")), LIMIT))
                .isEqualTo(
                        new RefundPlan.Answer.NeedsApproval(RefundPlan.Why.PAID_OTHERWISE, cash));
    }

    @Test
    void whatWentBackToACardBeforeDoesNotGoBackAgain() {
        Receipt receipt = receipt();
        SaleLine pad = receipt.sold().getFirst();
        SaleLine back = receipt.refund(pad, Quantity.ZERO, Quantity.ONE, 1);
        Sale earlier =
                SampleSales.paid(
                        SampleSales.sale(
                                UUID.randomUUID(),
                                SampleSales.RECEIPT.next(),
                                List.of(back),
                                back.total()),
                        List.of(new Tender.Card(UUID.randomUUID(), back.total(), "")),
                        back.total());

        Receipt left = receipt.lessPaidBack(List.of(earlier));

        assertThat(plan(left, all(receipt)).most().get("card"))
                .isEqualTo(money("100.00").plus(back.total()));
        assertThat(plan(left, all(receipt)).most().get("cash"))
                .isEqualTo(plan(receipt, all(receipt)).most().get("cash"));
    }

    @Test
    void noKindTakesBackMoreThanTheGoodsAreWorth() {
        Receipt receipt = receipt();
        SaleLine pad = receipt.sold().getFirst();
        SaleLine back = receipt.refund(pad, Quantity.ZERO, Quantity.ONE, 1);

        RefundPlan plan = plan(receipt, List.of(back));

        assertThat(plan.most().get("card")).isEqualTo(back.total().negated());
        assertThat(plan.most().get("cash")).isEqualTo(back.total().negated());
    }

    @Test
    void withoutAReceiptItGoesOnAGiftCard() {
        SaleLine sold = SampleSales.cashSale().lines().getFirst();
        SaleLine back =
                new SaleLine(
                        1,
                        SaleLine.Kind.RETURN,
                        sold.sku(),
                        sold.description(),
                        sold.quantity().negated(),
                        sold.list(),
                        sold.unit(),
                        sold.reason(),
                        sold.gross().negated(),
                        List.of(),
                        sold.taxPercent(),
                        sold.net().negated(),
                        sold.tax().negated(),
                        sold.total().negated(),
                        java.util.Optional.empty());
        RefundPlan plan = RefundPlan.of(List.of(), List.of(back), money("0.00"));

        assertThat(plan.unproven()).isEqualTo(sold.total());
        assertThat(plan.by("gift_card", sold.total(), LIMIT))
                .isEqualTo(new RefundPlan.Answer.Allowed());
        assertThat(plan.by("cash", money("1.00"), LIMIT))
                .isEqualTo(
                        new RefundPlan.Answer.NeedsApproval(
                                RefundPlan.Why.NO_RECEIPT, money("0.00")));
        assertThat(plan.by("card", money("1.00"), LIMIT))
                .isEqualTo(new RefundPlan.Answer.Refused(money("0.00")));
    }
}
