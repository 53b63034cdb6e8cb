package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.deposits.CounterOrderState;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders with deposits. A brake pad costs 49.90, a chain kit 189.00; the least deposit is 20 %.
class DepositModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    private boolean order(CounterOrder.Kind kind, String deposit, UnlistedItem unlisted) {
        return at.models
                .deposits()
                .make(
                        new DepositModel.Terms(
                                kind, "Zé", "11 98888", "", "14", deposit, "Cobreq", "", unlisted));
    }

    private CounterOrderProgress known() {
        return at.books.counterOrders.values().stream().toList().getLast();
    }

    private CounterOrderProgress layaway() {
        at.scan(PAD);
        at.scan(KIT);
        assertThat(order(CounterOrder.Kind.LAYAWAY, "100", UnlistedItem.NONE)).isTrue();
        at.models.checkout().cash("");
        return known();
    }

    @Test
    void aDepositIsTakenByAnyTenderAndIsNoSaleOfAnything() {
        at.scan(PAD);
        assertThat(order(CounterOrder.Kind.SPECIAL, "", UnlistedItem.NONE)).isTrue();

        assertThat(at.models.checkout().tender().dueProperty().get())
                .contains(Money.parse("9.98", SampleStores.BRL));
        at.models.checkout().cash("10");

        Sale sale = at.books.sales.getLast();
        assertThat(sale.lines()).isEmpty();
        assertThat(sale.total().isZero()).isTrue();
        assertThat(sale.tax().isZero()).isTrue();
        assertThat(known().paid().amount()).isEqualTo("9.98");
        assertThat(known().rest().amount()).isEqualTo("39.92");
        assertThat(known().state()).isInstanceOf(CounterOrderState.Asked.class);
        assertThat(known().order().number()).isEqualTo("O-S1-1-000001");
    }

    @Test
    void whatNoCatalogueHasIsOrderedByItsSuppliersNumberWithTheTaxOfMostGoods() {
        assertThat(
                        order(
                                CounterOrder.Kind.SPECIAL,
                                "30",
                                new UnlistedItem("45022-KYJ", "Caliper kit", "2", "70")))
                .isTrue();

        var line = known().order().lines().getFirst();
        assertThat(line.sku().value()).isEqualTo("45022-KYJ");
        assertThat(line.total().amount()).isEqualTo("140.00");
        assertThat(line.tax().isPositive()).isTrue();
    }

    @Test
    void goodsOutsideTheCatalogueCannotBePutAside() {
        assertThat(
                        order(
                                CounterOrder.Kind.LAYAWAY,
                                "30",
                                new UnlistedItem("45022-KYJ", "Caliper kit", "1", "70")))
                .isFalse();
        assertThat(at.books.counterOrders).isEmpty();
    }

    @Test
    void lessThanTheLeastOrMoreThanAllIsNoDeposit() {
        at.scan(PAD);
        assertThat(order(CounterOrder.Kind.SPECIAL, "5", UnlistedItem.NONE)).isFalse();
        assertThat(order(CounterOrder.Kind.SPECIAL, "60", UnlistedItem.NONE)).isFalse();
        assertThat(at.sale().sale().hasLines()).isTrue();
    }

    @Test
    void goingBackFromTheDepositLeavesTheOrderStandingWithoutOne() {
        at.scan(PAD);
        assertThat(order(CounterOrder.Kind.SPECIAL, "20", UnlistedItem.NONE)).isTrue();
        at.models.checkout().back();
        at.models.lines().voidAll();

        assertThat(at.sale().sale().isEmpty()).isTrue();
        assertThat(known().paid().isZero()).isTrue();
        assertThat(at.models.deposits().payMore(known(), "20")).isTrue();
        at.models.checkout().cash("");
        assertThat(known().paid().amount()).isEqualTo("20.00");
    }

    @Test
    void severalDepositsPayForTheGoodsWhenTheyAreHandedOver() {
        var order = layaway();
        assertThat(at.models.deposits().payMore(order, "50")).isTrue();
        at.models.checkout().cash("");

        assertThat(at.models.deposits().handOver(known())).isTrue();
        assertThat(at.models.checkout().tender().dueProperty().get())
                .contains(Money.parse("88.90", SampleStores.BRL));
        at.models.checkout().cash("");

        Sale sale = at.books.sales.getLast();
        assertThat(sale.total().amount()).isEqualTo("238.90");
        assertThat(sale.lines()).hasSize(2);
        assertThat(sale.reference()).contains(order.order().number());
        assertThat(sale.deposits().map(Tender.Deposit::amount))
                .containsExactly(Money.parse("150.00", SampleStores.BRL));
        assertThat(known().state()).isInstanceOf(CounterOrderState.HandedOver.class);
        assertThat(known().isOver()).isTrue();
    }

    @Test
    void whatIsPaidInFullIsHandedOverAtOnce() {
        var order = layaway();
        at.models.deposits().payMore(order, "");
        at.models.checkout().cash("");
        int before = at.books.sales.size();

        assertThat(at.models.deposits().handOver(known())).isTrue();

        assertThat(at.books.sales).hasSize(before + 1);
        assertThat(known().state()).isInstanceOf(CounterOrderState.HandedOver.class);
    }

    @Test
    void aCancelledOrdersDepositGoesBackLessTheFee() {
        var order = layaway();
        Money fee = order.fee(at.sale().store().depositRules());
        assertThat(fee.amount()).isEqualTo("23.89");
        at.books.record(
                new Event.CounterOrderMoved(
                        order.order().orderId(),
                        order.order().store(),
                        order.order().staffId(),
                        new CounterOrderState.Cancelled(at.now, "gave it up", fee)));

        assertThat(at.models.deposits().giveBack(known())).isTrue();
        at.models.checkout().cash("");

        Sale sale = at.books.sales.getLast();
        assertThat(sale.lines()).isEmpty();
        assertThat(sale.tenders())
                .contains(Tender.Cash.exactly(Money.parse("-76.11", SampleStores.BRL)));
        assertThat(known().owed().isZero()).isTrue();
        assertThat(known().isOver()).isTrue();
    }

    @Test
    void aDepositInCashDoesNotGoBackToACard() {
        var order = layaway();
        at.books.record(
                new Event.CounterOrderMoved(
                        order.order().orderId(),
                        order.order().store(),
                        order.order().staffId(),
                        new CounterOrderState.Cancelled(
                                at.now, "not to be had", Money.zero(SampleStores.BRL))));
        assertThat(at.models.deposits().giveBack(known())).isTrue();

        assertThat(at.models.checkout().card("")).isFalse();
        assertThat(known().owed().amount()).isEqualTo("100.00");
    }

    @Test
    void theDepositOfAnOrderThatIsHandedOverCannotBeTakenOutOfTheSale() {
        layaway();
        at.models.deposits().handOver(known());
        at.models.checkout().takeBack(at.models.checkout().tender().tenders().getFirst());
        assertThat(at.models.checkout().tender().tenders()).hasSize(1);
    }
}
