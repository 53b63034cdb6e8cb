package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service kit of two brake pads and a litre of oil costs 100.00; its parts alone 132.13.
class KitSaleTest {
    private static final Sku KIT = SampleProducts.sku(SampleProducts.serviceKit());

    @TempDir Path folder;

    private CounterFixture open() {
        return withKit(new CounterFixture(folder).open());
    }

    private static CounterFixture withKit(CounterFixture at) {
        at.books.products.add(SampleProducts.serviceKit());
        at.books.prices.put(KIT, Price.of(KIT, UnitPrice.parse("100.00", SampleStores.BRL)));
        return at;
    }

    @Test
    void aKitIsOneLineAtItsPriceWithItsParts() {
        var at = open();
        at.type("2*SK-CG160");

        assertThat(at.due()).isEqualTo("200.00");
        assertThat(at.sale().rows()).hasSize(1);
        assertThat(at.sale().rows().getFirst().parts())
                .extracting(LineView.Part::sku, LineView.Part::quantity)
                .containsExactly(
                        tuple(SamplePrices.PAD.value(), Quantity.of(4)),
                        tuple(SamplePrices.OIL.value(), Quantity.of(2)));
    }

    @Test
    void itIsSoldAsItsPartsAndTheyAddUpToWhatWasPaid() {
        var at = open();
        at.scan(PAD);
        at.type("SK-CG160");
        at.type("n for Saturday");
        Sale sale = at.pay("");

        assertThat(sale.total().amount()).isEqualTo("149.90");
        assertThat(sale.lines())
                .extracting(SaleLine::sku, line -> line.total().amount())
                .containsExactly(
                        tuple(SamplePrices.PAD, "49.90"),
                        tuple(SamplePrices.PAD, "75.53"),
                        tuple(SamplePrices.OIL, "24.47"));
        assertThat(sale.lines().get(0).kit()).isEmpty();
        assertThat(sale.lines().get(1).kit()).isPresent().isEqualTo(sale.lines().get(2).kit());
        assertThat(sale.lines().get(1).note()).contains("for Saturday");
        assertThat(sale.movements())
                .extracting(moved -> moved.sku(), moved -> moved.quantity())
                .contains(tuple(SamplePrices.PAD, Quantity.of(2)));
    }

    @Test
    void ofAKitAsMuchIsThereAsOfItsScarcestPart() {
        var at = open();
        at.books.stock.put(SamplePrices.PAD, Quantity.of(7));
        at.books.reserved.put(SamplePrices.PAD, Quantity.of(2));

        assertThat(at.books.article(KIT).orElseThrow().available()).isEqualTo(Quantity.of(2));
        at.type("3*SK-CG160");
        assertThat(at.lastMessage()).contains("Service kit CG 160");
    }

    @Test
    void onePartComesBackForItsShareAndTheRestForTheRest() {
        var at = open();
        at.type("SK-CG160");
        at.pay("");

        var first = returning(at);
        first.choose(first.lines().getFirst(), Quantity.ONE);
        at.models.lines().addReturns(first.sold().receipt(), first.refunds());
        assertThat(at.pay("").total().amount()).isEqualTo("-37.77");

        var rest = returning(at);
        assertThat(rest.chooseKit(rest.lines().getLast())).isTrue();
        at.models.lines().addReturns(rest.sold().receipt(), rest.refunds());
        assertThat(at.pay("").total().amount()).isEqualTo("-62.23");
    }

    private static ReturnModel returning(CounterFixture at) {
        at.type("r 000001");
        return new ReturnModel(
                at.models.omnibox().receiptProperty().get().orElseThrow(), at.sale().sale());
    }

    @Test
    void withoutItsReceiptAKitComesBackByItsParts() {
        var at = open();
        at.type("-1*SK-CG160");

        assertThat(at.sale().rows()).isEmpty();
        assertThat(at.lastMessage()).contains("one by one");
    }

    @Test
    void aKitWhosePartsAreNotAllKnownIsNotSold() {
        var at = open();
        at.books.products.removeIf(
                product -> product.variants().getFirst().sku().equals(SamplePrices.OIL));
        at.type("SK-CG160");

        assertThat(at.sale().rows()).isEmpty();
        assertThat(at.lastMessage()).contains("Not all parts");
    }

    @Test
    void theDepositForAnOldPartIsThatOfThePartInTheKit() {
        var at = new CounterFixture(folder).open();
        var battery = SampleProducts.battery();
        at.books.products.add(battery);
        at.books.products.add(
                SampleProducts.kitOf("KIT-BAT", SamplePrices.PAD, SampleProducts.sku(battery)));
        var kit = new Sku("KIT-BAT");
        at.books.prices.put(kit, Price.of(kit, UnitPrice.parse("100.00", SampleStores.BRL)));
        at.type("2*KIT-BAT");

        assertThat(at.due()).isEqualTo("250.00");
        assertThat(at.pay("").lines())
                .extracting(SaleLine::kind)
                .containsExactly(SaleLine.Kind.SALE, SaleLine.Kind.SALE, SaleLine.Kind.CORE_CHARGE);
    }

    @Test
    void aQuoteThatIsOverBringsTheKitBackAtTodaysPrice() {
        var at = open();
        at.type("SK-CG160");
        at.models.quotes().make(new QuoteModel.Terms("1", "", ""), _ -> {});
        at.books.quotes.add(over(at.books.quotes.removeLast()));
        at.books.prices.put(KIT, Price.of(KIT, UnitPrice.parse("110.00", SampleStores.BRL)));
        at.type(at.books.quotes.getLast().number());

        assertThat(at.sale().rows()).hasSize(1);
        assertThat(at.due()).isEqualTo("110.00");
    }

    private static Quote over(Quote quote) {
        return new Quote(
                quote.quoteId(),
                quote.number(),
                quote.store(),
                quote.device(),
                quote.day().minusDays(9),
                quote.at(),
                quote.day().minusDays(2),
                quote.staffId(),
                quote.customerId(),
                quote.customerName(),
                quote.lines(),
                quote.total(),
                quote.note());
    }

    @Test
    void aParkedKitIsAKitWhenItComesBack() {
        var at = open();
        at.type("SK-CG160");
        at.models.parking().park();
        at.models.parking().recall(at.models.parking().parked().getFirst());

        assertThat(at.sale().rows().getFirst().parts()).hasSize(2);
        assertThat(at.pay("").lines()).hasSize(2);
    }

    @Test
    void theWindowShowsAKitAndTakesItBackWhole() {
        try (var window = new SaleWindow(folder)) {
            var at = withKit(window.at());
            kmmotos.desktop.ui.Picture.onFx(() -> {
                at.scan(PAD);
                at.type("2*SK-CG160");
                return 0;
            });
            window.picture("kit");
            kmmotos.desktop.ui.Picture.onFx(() -> {
                at.pay("");
                at.type("r 000001");
                return 0;
            });
            kmmotos.desktop.ui.Picture.settle();
            window.press(KeyCode.DOWN);
            window.type("k");
            window.picture("kit-return");
            window.press(KeyCode.ENTER);
            assertThat(at.due()).isEqualTo("-200.00");
            assertThat(List.copyOf(at.sale().rows())).hasSize(2);
        }
    }
}
