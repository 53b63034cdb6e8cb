package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Variant;
import kmmotos.model.fitment.Fit;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.PriceReason;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a parts clerk does at the counter: for which bike, in place of which number, with which
/// deposit.
@SuppressWarnings("NullAway.Init")
class PartsModelTest {
    private static final Motorcycle CG_160 = new Motorcycle("Honda", "CG 160", 2019);
    private static final Motorcycle BIZ = new Motorcycle("Honda", "Biz 125", 2019);

    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void open() {
        at = new CounterFixture(folder).open();
    }

    /// The pad, changed, in the books in place of itself.
    private void padIs(Optional<Sku> supersededBy, Optional<Money> core) {
        var pad = SampleProducts.BRAKE_PAD;
        at.books.products.set(0, changed(pad, supersededBy, core));
    }

    static Product changed(Product product, Optional<Sku> supersededBy, Optional<Money> core) {
        var plain = product.variants().getFirst();
        return new Product(
                product.productId(),
                product.names(),
                product.descriptions(),
                product.brand(),
                product.category(),
                product.taxCategory(),
                List.of(
                        new Variant(
                                plain.sku(),
                                plain.gtins(),
                                plain.partNumbers(),
                                new TreeMap<>(plain.options()),
                                plain.unit(),
                                supersededBy,
                                core,
                                plain.fits())),
                product.active());
    }

    private LineView row(int n) {
        return at.sale().rows().get(n);
    }

    @Test
    void eachLineSaysWhetherItFitsTheBikeOfTheSale() {
        at.scan(PAD);
        assertThat(row(0).fit()).isEmpty();
        at.models.parts().use(CG_160);
        assertThat(row(0).fit()).contains(Fit.FITS);
        at.models.parts().use(new Motorcycle("Honda", "CG 160", 2025));
        assertThat(row(0).fit()).contains(Fit.CHECK);
        at.models.parts().use(BIZ);
        assertThat(row(0).fit()).contains(Fit.DOES_NOT_FIT);
        at.models.parts().removeBike();
        assertThat(row(0).fit()).isEmpty();
    }

    @Test
    void whatDoesNotFitIsSoldForAReasonThatIsAskedOnceAndWrittenDown() {
        at.models.parts().use(BIZ);
        at.scan(PAD);
        at.models.checkout().total();
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        assertThat(at.models.checkout().misfitsProperty().get()).hasSize(1);
        at.models.checkout().explainMisfits("It is for another motorcycle");
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.TENDER);
        at.models.checkout().back();
        at.models.checkout().total();
        assertThat(at.sale().stateProperty().get())
                .as("not asked again")
                .isEqualTo(SaleState.TENDER);
        at.models.checkout().cash("");
        Sale sale = at.books.sales.getLast();
        assertThat(sale.bike()).contains(BIZ);
        assertThat(sale.lines().getFirst().misfit()).contains("It is for another motorcycle");
    }

    @Test
    void withoutAReasonItIsNotSold() {
        at.models.parts().use(BIZ);
        at.scan(PAD);
        at.models.checkout().total();
        at.models.checkout().explainMisfits("  ");
        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
    }

    @Test
    void aBikeThatIsTheOnlyOneMeantIsTakenAndItsPartsAreShown() {
        at.type("b cg160 2019 brake");
        assertThat(at.sale().sale().parts().bike()).contains(CG_160);
        assertThat(at.models.omnibox().articles()).hasSize(1);
    }

    @Test
    void ofSeveralBikesTheClerkPicksOne() {
        at.parts.bikes.add(new Motorcycle("Honda", "CG 125", 2019));
        at.type("b cg");
        assertThat(at.sale().sale().parts().bike()).isEmpty();
        assertThat(at.models.parts().bikes()).hasSize(2);
        at.models.parts().pick(CG_160);
        assertThat(at.sale().sale().parts().bike()).contains(CG_160);
        assertThat(at.models.omnibox().articles()).isNotEmpty();
    }

    @Test
    void seventeenLettersInTheFieldAreAVin() {
        at.parts.bikes.clear();
        at.type("9C2KC2200KR000001");
        assertThat(at.lastMessage()).contains("After a VIN write the model");
    }

    @Test
    void oldStockOfASupersededNumberIsSoldFirst() {
        padIs(Optional.of(SampleProducts.sku(SampleProducts.CHAIN_KIT)), Optional.empty());
        at.scan(PAD);
        assertThat(row(0).sku()).isEqualTo("14_00021 / 700102/12");
        assertThat(row(0).askedFor()).isEmpty();
    }

    @Test
    void whoeverHoldsAPartThatIsSaidToBeSoldOutSellsItFromF5() {
        var pad = SampleProducts.sku(SampleProducts.BRAKE_PAD);
        padIs(Optional.of(SampleProducts.sku(SampleProducts.CHAIN_KIT)), Optional.empty());
        at.books.stock.put(pad, Quantity.ZERO);
        at.scan(PAD);
        var taken = at.sale().chosenLine().orElseThrow();
        at.models.parts().lookAt(at.sale().sale().article(taken.sku()));
        var first = at.models.parts().partProperty().get().orElseThrow().others().getFirst();
        at.models.parts().takeInstead(first);
        assertThat(row(0).sku()).isEqualTo(pad.value());
        assertThat(row(0).askedFor()).isEmpty();
    }

    @Test
    void aSoldOutNumberIsReplacedByTheFirstOfItsChainThatIsThereAndBothArePrinted() {
        var oil = SampleProducts.sku(SampleProducts.OIL);
        var kit = SampleProducts.sku(SampleProducts.CHAIN_KIT);
        padIs(Optional.of(kit), Optional.empty());
        at.books.products.set(
                1, changed(SampleProducts.CHAIN_KIT, Optional.of(oil), Optional.empty()));
        at.books.stock.put(SampleProducts.sku(SampleProducts.BRAKE_PAD), Quantity.ZERO);
        at.books.stock.put(kit, Quantity.ZERO);
        at.scan(PAD);
        assertThat(row(0).sku()).isEqualTo(oil.value());
        assertThat(row(0).askedFor()).contains("14_00021 / 700102/12");
        Sale sale = at.pay("");
        assertThat(sale.lines().getFirst().askedFor())
                .contains(SampleProducts.sku(SampleProducts.BRAKE_PAD));
    }

    @Test
    void anotherItemTakesTheChosenLinesPlace() {
        at.type("2*KT-520-118");
        var pad = at.books.article(SampleProducts.sku(SampleProducts.BRAKE_PAD)).orElseThrow();
        at.models.parts().takeInstead(pad);
        assertThat(at.sale().rows()).hasSize(1);
        assertThat(row(0).quantity()).isEqualTo(Quantity.of(2));
        assertThat(row(0).sku()).isEqualTo(pad.sku().value());
    }

    @Test
    void theDepositForAnOldPartFollowsTheLineAndIsNeverDiscounted() {
        padIs(Optional.empty(), Optional.of(Money.parse("25.00", SampleStores.BRL)));
        at.type("2*" + PAD);
        at.type("//5");
        assertThat(row(1).total()).isEqualTo(Money.parse("50.00", SampleStores.BRL));
        assertThat(at.due()).isEqualTo("144.81");
        at.type("*1");
        assertThat(row(1).quantity()).isEqualTo(Quantity.ONE);
        Sale sale = at.pay("");
        assertThat(sale.lines())
                .extracting(SaleLine::kind)
                .containsExactly(SaleLine.Kind.SALE, SaleLine.Kind.CORE_CHARGE);
        assertThat(sale.coreCharges()).isEqualTo(Money.parse("25.00", SampleStores.BRL));
        assertThat(sale.lines().getLast().reason()).isEqualTo(PriceReason.LIST);
    }

    @Test
    void anOldPartThatIsHereGivesItsDepositBackAtOnce() {
        padIs(Optional.empty(), Optional.of(Money.parse("25.00", SampleStores.BRL)));
        at.type("2*" + PAD);
        at.sale().choose(row(1).lineId());
        at.models.lines().voidChosen();
        assertThat(at.due()).isEqualTo("124.80");
        at.sale().choose(row(1).lineId());
        at.models.lines().voidChosen();
        at.models.lines().voidChosen();
        assertThat(at.due()).as("never more than were sold").isEqualTo("99.80");
        Sale sale = at.pay("");
        assertThat(sale.coreCharges().isZero()).isTrue();
        assertThat(sale.movements()).hasSize(1);
    }

    @Test
    void anOldPartBroughtLaterPaysItsDepositBackOnceByTheReceipt() {
        padIs(Optional.empty(), Optional.of(Money.parse("25.00", SampleStores.BRL)));
        at.type("2*" + PAD);
        Sale sale = at.pay("");
        at.type("r 000001");
        var model = found();
        model.choose(model.lines().getLast(), Quantity.of(9));
        assertThat(model.refund()).isEqualTo(Money.parse("-50.00", SampleStores.BRL));
        at.models.lines().addReturns(model.sold().receipt(), model.refunds());
        at.pay("");
        at.type("r 000001");
        var again = found();
        assertThat(again.returnable(sale.lines().getLast()).isZero()).isTrue();
        assertThat(again.returnable(sale.lines().getFirst())).isEqualTo(Quantity.of(2));
    }

    @Test
    void ofADepositThatWentBackAtOnceNothingComesBackLater() {
        padIs(Optional.empty(), Optional.of(Money.parse("25.00", SampleStores.BRL)));
        at.type("2*" + PAD);
        at.sale().choose(row(1).lineId());
        at.models.lines().voidChosen();
        at.pay("");
        at.type("r 000001");
        var model = found();
        model.chooseAll();
        assertThat(model.refund()).isEqualTo(Money.parse("-124.80", SampleStores.BRL));
    }

    private ReturnModel found() {
        return new ReturnModel(
                at.models.omnibox().receiptProperty().get().orElseThrow(), at.sale().sale());
    }

    @Test
    void takingAllLinesOutLeavesNoDeposit() {
        padIs(Optional.empty(), Optional.of(Money.parse("25.00", SampleStores.BRL)));
        at.scan(PAD);
        at.models.lines().voidAll();
        assertThat(at.sale().rows()).isEmpty();
        assertThat(at.due()).isEqualTo("0.00");
    }

    @Test
    void aParkedSaleKeepsItsBike() {
        at.models.parts().use(CG_160);
        at.scan(PAD);
        assertThat(at.models.parking().park()).isTrue();
        assertThat(at.sale().sale().parts().bike()).isEmpty();
        at.models.parking().recall(at.models.parking().parked().getFirst());
        assertThat(at.sale().sale().parts().bike()).contains(CG_160);
    }
}
