package kmmotos.desktop;

import static kmmotos.desktop.sync.Rung.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.catalog.CatalogStore;
import kmmotos.desktop.payments.PaymentStore;
import kmmotos.desktop.pricing.PriceBook;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.sync.Rung;
import kmmotos.desktop.sync.Stores;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Items;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.pricing.SamplePromotions;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ZReport;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.StockAdjustment;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Event;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stores on a real H2 file, filled as a snapshot fills it.
@SuppressWarnings("NullAway.Init")
class StoresTest {
    @TempDir Path temp;
    private Till till;

    @BeforeEach
    void open() {
        till = TestTill.open(temp);
    }

    @AfterEach
    void close() {
        till.close();
    }

    private <T> T read(Function<StatelessSession, T> work) {
        return till.database().inTransaction(work);
    }

    private Stores stores() {
        return till.stores();
    }

    private List<Sku> byCode(String typed) {
        return read(session -> stores().catalog().findByCode(session, typed)).stream()
                .map(CatalogItem::sku)
                .toList();
    }

    private List<Sku> search(String typed) {
        return read(session -> stores().catalog().search(session, typed, 10)).stream()
                .map(CatalogItem::sku)
                .toList();
    }

    @Test
    void anItemIsFoundByGtinSkuOrPartNumberHoweverItIsWritten() {
        String gtin =
                kmmotos.model.catalog.SampleProducts.BRAKE_PAD
                        .variants()
                        .getFirst()
                        .gtins()
                        .getFirst()
                        .value();
        assertThat(byCode(gtin)).containsExactly(PAD);
        assertThat(byCode("0" + gtin)).containsExactly(PAD);
        assertThat(byCode("1400021-700102-12")).containsExactly(PAD);
        assertThat(byCode("oem 14 00021 700102 12")).containsExactly(PAD);
        assertThat(byCode("kt520118")).containsExactly(SamplePrices.KIT);
        assertThat(byCode("0000")).isEmpty();
        assertThat(byCode("---")).isEmpty();
    }

    @Test
    void wordsAreFoundByTheirBeginningsInAnyLanguageAndOrder() {
        assertThat(search("pad fro")).containsExactly(PAD);
        assertThat(search("CHAIN")).containsExactly(SamplePrices.KIT);
        assertThat(search("14_000")).containsExactly(PAD);
        assertThat(search("pad chain")).isEmpty();
        assertThat(search("  ")).isEmpty();
        assertThat(search("%")).isEmpty();
    }

    @Test
    void partsForAMotorcycleAreThoseOfItsModelYear() {
        assertThat(fitting(2019, "")).hasSize(3);
        assertThat(fitting(2019, "brake")).containsExactly(PAD);
        assertThat(fitting(2015, "")).isEmpty();
        var models = read(session -> stores().catalog().motorcycles(session, "cg160", 5));
        assertThat(models).containsExactly(new CatalogStore.MotorcycleModel("Honda", "CG 160"));
    }

    private List<Sku> fitting(int year, String words) {
        Motorcycle bike = new Motorcycle("HONDA", "cg 160", year);
        return read(session -> stores().catalog().fitting(session, bike, words, 10)).stream()
                .map(CatalogItem::sku)
                .toList();
    }

    @Test
    void aProductThatChangedIsFoundByItsNewWordsOnly() {
        var renamed =
                kmmotos.model.catalog.SampleProducts.product(
                        "Sintered pad",
                        PAD.value(),
                        "7891000000014",
                        kmmotos.model.catalog.Unit.PIECE);
        till.database().write(session -> stores().catalog().put(session, List.of(renamed)));
        assertThat(search("sintered")).containsExactly(PAD);
        assertThat(search("front")).isEmpty();
        CatalogItem item = read(session -> stores().catalog().find(session, PAD)).orElseThrow();
        assertThat(item.description(Locale.forLanguageTag("pt-BR"))).isEqualTo("Sintered pad (pt)");
    }

    @Test
    void aBasketIsPricedByTheListInForce() {
        PriceBook.Pricing pricing = till.priceBook().current(till.store());
        assertThat(pricing.priceListId()).isPresent();
        Basket basket = Basket.EMPTY.plus(PAD, "standard", Quantity.of(4));
        PricingContext context =
                PricingContext.of(till.store(), till.store().dayAt(TestTill.NOW), Optional.empty());
        assertThat(pricing.engine().price(basket, context))
                .isEqualTo(SamplePrices.engine().price(basket, SamplePrices.retail()));
    }

    @Test
    void promotionsOfTheShopHoldForWhatIsBelowTheirCategory() {
        var onBrakes =
                Promotion.of(
                        UUID.randomUUID(),
                        Names.of("en", "Brakes"),
                        new Deal.Off(
                                Items.inCategory("brakes"),
                                new Discount.PercentOff(BigDecimal.TEN)));
        tell(onBrakes);
        tell(SamplePromotions.TUESDAY_EVENING);

        assertThat(padPrice()).isEqualTo("44.91");
        assertThat(promotions())
                .containsExactlyInAnyOrder(onBrakes, SamplePromotions.TUESDAY_EVENING);

        tell(onBrakes.ended());
        assertThat(padPrice()).isEqualTo("49.90");
        till.database().write(session -> stores().pricing().clear(session));
        assertThat(promotions()).isEmpty();
    }

    private List<Promotion> promotions() {
        return read(session -> stores().pricing().promotions(session));
    }

    private void tell(Promotion promotion) {
        till.database().write(session -> stores().pricing().put(session, promotion));
        till.priceBook().changed();
    }

    private String padPrice() {
        PriceBook.Pricing pricing = till.priceBook().current(till.store());
        PricingContext context =
                PricingContext.of(till.store(), till.store().dayAt(TestTill.NOW), Optional.empty());
        return pricing.engine()
                .price(Basket.EMPTY.plus(PAD, "standard", Quantity.ONE), context)
                .total()
                .amount();
    }

    @Test
    void aCouponUsedAtThisTillCountsBeforeTheServerKnows() {
        assertThat(couponUses()).isZero();
        till.recorder()
                .record(next -> {
                    var lines = SampleSales.cashSale().lines();
                    var sale = SampleSales.cashSale();
                    return new Event.SaleCompleted(
                            new kmmotos.model.sales.Sale(
                                    UUID.randomUUID(),
                                    next.receiptNumber(),
                                    sale.store(),
                                    sale.device(),
                                    sale.shiftId(),
                                    sale.businessDay(),
                                    sale.at(),
                                    sale.staffId(),
                                    Optional.empty(),
                                    lines,
                                    sale.tenders(),
                                    sale.total(),
                                    List.of(SamplePrices.COUPON.code()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of()));
                });
        till.recorder().project();
        assertThat(couponUses()).isEqualTo(1);
    }

    private int couponUses() {
        return read(session -> stores().pricing().coupon(session, " bemvindo10 "))
                .orElseThrow()
                .uses();
    }

    @Test
    void customersAreFoundByNameTelephoneOrTaxNumber() {
        assertThat(customers("smith jo")).containsExactly(SampleCustomers.RIDER);
        assertThat(customers("JOAO")).containsExactly(SampleCustomers.RIDER);
        assertThat(customers("11222333")).containsExactly(SampleCustomers.WORKSHOP);
        assertThat(customers("11.222.333/0001-81")).containsExactly(SampleCustomers.WORKSHOP);
        assertThat(customers("nobody")).isEmpty();
    }

    private List<Customer> customers(String typed) {
        return read(session -> stores().customers().search(session, typed, 10));
    }

    @Test
    void aShiftAddsUpAndItsReportIsNumbered() {
        ShiftOpening opening =
                new ShiftOpening(
                        SampleSales.SHIFT,
                        SampleStores.SAO_PAULO.storeId(),
                        SampleStores.TILL_1.deviceId(),
                        SamplePrices.DAY,
                        TestTill.NOW,
                        SampleStaff.ANA.staffId(),
                        Money.parse("100.00", SampleStores.BRL));
        till.recorder().record(new Event.ShiftOpened(opening));
        var sale = Rung.up(till, PAD, 2);
        var open = read(session -> stores().shifts().open(session)).getFirst();
        assertThat(open.fromSeq()).isEqualTo(1);
        assertThat(open.totals().takings()).isEqualTo(sale.total());
        close(opening);
        var none = read(session -> stores().shifts().open(session));
        assertThat(none).isEmpty();
        int next = read(session -> stores().shifts().nextReportNumber(session));
        assertThat(next).isEqualTo(2);
    }

    private void close(ShiftOpening opening) {
        var open = read(session -> stores().shifts().open(session)).getFirst();
        int number = read(session -> stores().shifts().nextReportNumber(session));
        Money expected = opening.openingFloat().plus(open.totals().by("cash"));
        till.recorder()
                .record(next ->
                        new Event.ShiftClosed(
                                new ShiftClosing(
                                        opening.shiftId(),
                                        opening.store(),
                                        opening.device(),
                                        TestTill.NOW,
                                        opening.staffId(),
                                        new ZReport(
                                                number,
                                                opening.shiftId(),
                                                next.incarnation(),
                                                open.fromSeq(),
                                                next.seq() - 1,
                                                open.totals(),
                                                expected,
                                                expected))));
        till.recorder().project();
    }

    @Test
    void aCardPaymentThatACrashLeftOpenIsShownUntilItIsSettled() {
        PaymentIntent intent =
                new PaymentIntent(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Money.parse("10.00", SampleStores.BRL));
        till.recorder().record(new Event.PaymentIntended(intent));
        close();
        open();
        assertThat(openIntents())
                .containsExactly(new PaymentStore.OpenIntent(intent, TestTill.NOW));
        till.recorder().record(new Event.PaymentAbandoned(intent.intentId(), "not taken"));
        till.recorder().project();
        assertThat(openIntents()).isEmpty();
    }

    private List<PaymentStore.OpenIntent> openIntents() {
        return read(session -> stores().payments().open(session));
    }

    @Test
    void anItemsMovementsTellWhenWhyAndByWhat() {
        var sale = Rung.up(till, PAD, 3);
        till.recorder()
                .record(
                        new Event.StockAdjusted(
                                new StockAdjustment(
                                        UUID.randomUUID(),
                                        SampleStores.SAO_PAULO.storeId(),
                                        PAD,
                                        Quantity.of(2).negated(),
                                        StockAdjustment.Reason.DAMAGED,
                                        "fell down")));
        till.recorder().project();
        List<StockStore.Movement> movements =
                read(session -> stores().stock().movements(session, PAD, 10));
        assertThat(movements)
                .containsExactly(
                        new StockStore.Movement(
                                PAD,
                                TestTill.NOW,
                                Quantity.of(2).negated(),
                                "stock_adjusted",
                                "fell down"),
                        new StockStore.Movement(
                                PAD,
                                TestTill.NOW,
                                Quantity.of(3).negated(),
                                "sale_completed",
                                sale.receiptNumber().toString()));
        assertThat(Rung.onHand(till, PAD)).isEqualTo(Quantity.of(5));
    }
}
