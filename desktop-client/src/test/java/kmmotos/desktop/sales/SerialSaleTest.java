package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import kmmotos.desktop.ui.Picture;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Price;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.serials.SerialStep;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An alarm costs 350.00 and each has its serial number.
class SerialSaleTest {
    private static final Sku ALARM = SampleProducts.sku(SampleProducts.alarm());
    private static final String BODY = "789100000006";
    private static final String GTIN = BODY + Gtin.checkDigit(BODY);

    @TempDir Path folder;

    private CounterFixture open() {
        return withAlarm(new CounterFixture(folder).open());
    }

    private static CounterFixture withAlarm(CounterFixture at) {
        at.books.products.add(SampleProducts.alarm());
        at.books.stock.put(ALARM, Quantity.of(4));
        at.books.prices.put(ALARM, Price.of(ALARM, UnitPrice.parse("350.00", SampleStores.BRL)));
        return at;
    }

    @Test
    void theScanAfterAPieceIsItsNumber() {
        var at = open();
        at.scan(GTIN);
        assertThat(at.models.checkout().serials().wantedProperty().get()).isPresent();
        at.scan("sn 0042-7");
        at.scan(PAD);
        Sale sale = at.pay("");

        assertThat(sale.lines().getFirst().serials()).containsExactly("SN 0042-7");
        assertThat(sale.lines().getLast().serials()).isEmpty();
    }

    @Test
    void aNumberIsTypedToo() {
        var at = open();
        at.type("AL-350");
        at.type("sn42");

        assertThat(at.sale().rows().getFirst().serials()).containsExactly("SN42");
        assertThat(at.sale().rows().getFirst().serialsMissing()).isZero();
    }

    @Test
    void aGs1LabelTellsTheNumberItself() {
        var at = open();
        at.scan("010" + GTIN + "21SN77");
        at.scan("010" + GTIN + "21SN78");

        assertThat(at.sale().rows()).hasSize(1);
        assertThat(at.sale().rows().getFirst().serials()).containsExactly("SN77", "SN78");
    }

    @Test
    void theSamePieceIsNotScannedTwice() {
        var at = open();
        at.scan("010" + GTIN + "21SN77");
        at.scan("010" + GTIN + "21SN77");

        assertThat(at.sale().rows().getFirst().quantity()).isEqualTo(Quantity.ONE);
        assertThat(at.lastMessage()).contains("in this sale already");
    }

    @Test
    void totalAsksForWhatIsMissingBeforeTheMoney() {
        var at = open();
        at.type("2*AL-350");
        at.type("sn1");
        at.models.checkout().total();
        var serials = at.models.checkout().serials();

        assertThat(at.sale().stateProperty().get()).isEqualTo(SaleState.SELL);
        var asked = serials.askedProperty().get().orElseThrow();
        assertThat(asked.number()).isEqualTo(2);
        assertThat(serials.tell(asked, "SN1")).isFalse();
        assertThat(serials.tell(asked, "sn2")).isTrue();
        assertThat(serials.askedProperty().get()).isEmpty();
        assertThat(at.pay("").lines().getFirst().serials()).containsExactly("SN1", "SN2");
    }

    @Test
    void aPieceWhoseNumberCannotBeReadIsSoldWithout() {
        var at = open();
        at.type("AL-350");
        at.models.checkout().total();
        var serials = at.models.checkout().serials();
        serials.goOnWithout(serials.askedProperty().get().orElseThrow());

        assertThat(at.pay("").lines().getFirst().serials()).isEmpty();
    }

    @Test
    void whatWasSoldAlreadyIsSaidWithItsReceipt() {
        var at = open();
        at.books.told.add(
                new SerialStep(
                        "SN9",
                        SerialStep.Kind.SOLD,
                        ALARM,
                        new StoreId("S2"),
                        Instant.parse("2026-11-03T12:00:00Z"),
                        "S2-1-1-000007"));
        at.scan("010" + GTIN + "21SN9");

        assertThat(at.lastMessage()).contains("SN9").contains("S2-1-1-000007");
        assertThat(at.pay("").lines().getFirst().serials()).containsExactly("SN9");
    }

    @Test
    void fewerPiecesKeepFewerNumbersAndANewLineHasNone() {
        var at = open();
        at.scan("010" + GTIN + "21SN77");
        at.scan("010" + GTIN + "21SN78");
        at.models.lines().step(-1);
        assertThat(at.sale().rows().getFirst().serials()).containsExactly("SN77");
        at.models.lines().voidChosen();
        at.type("AL-350");
        assertThat(at.sale().rows().getFirst().serials()).isEmpty();
    }

    @Test
    void aParkedSaleKeepsItsNumbers() {
        var at = open();
        at.scan("010" + GTIN + "21SN77");
        at.models.parking().park();
        at.models.parking().recall(at.models.parking().parked().getFirst());

        assertThat(at.sale().rows().getFirst().serials()).containsExactly("SN77");
    }

    @Test
    void ofSeveralPiecesItIsAskedWhichComesBack() {
        var at = open();
        at.scan("010" + GTIN + "21SN77");
        at.scan("010" + GTIN + "21SN78");
        at.pay("");
        var choice = returning(at);
        var line = choice.lines().getFirst();
        choice.choose(line, Quantity.ONE);
        assertThat(choice.unnamed()).contains(line);
        assertThat(choice.nameScanned("sn99")).isFalse();
        assertThat(choice.nameScanned("sn78")).isTrue();
        assertThat(choice.unnamed()).isEmpty();
        at.models.lines().addReturns(choice.sold().receipt(), choice.refunds());

        SaleLine back = at.pay("").lines().getFirst();
        assertThat(back.serials()).containsExactly("SN78");
        assertThat(back.total().amount()).isEqualTo("-350.00");
        assertThat(at.books.serial("SN78").standingSale(ALARM)).isEmpty();
        assertThat(at.books.serial("SN77").standingSale(ALARM)).isPresent();
    }

    @Test
    void theNextOfTheNumbersIsOneKeyAway() {
        var at = open();
        at.scan("010" + GTIN + "21SN77");
        at.scan("010" + GTIN + "21SN78");
        at.pay("");
        var choice = returning(at);
        var line = choice.lines().getFirst();
        choice.nameNext(line);
        assertThat(choice.named(line)).containsExactly("SN77");
        choice.nameNext(line);
        assertThat(choice.named(line)).containsExactly("SN78");
        assertThat(choice.chosen(line)).isEqualTo(Quantity.ONE);
    }

    private static ReturnModel returning(CounterFixture at) {
        at.type("r 000001");
        return new ReturnModel(
                at.models.omnibox().receiptProperty().get().orElseThrow(), at.sale().sale());
    }

    @Test
    void withoutItsReceiptTheNumberFindsIt() {
        var at = open();
        at.books.prices.put(ALARM, Price.of(ALARM, UnitPrice.parse("35.00", SampleStores.BRL)));
        at.scan("010" + GTIN + "21SN77");
        at.pay("");
        at.type("-1*AL-350");
        at.type("sn77");

        assertThat(at.lastMessage()).contains("S1-1-1-000001");
        assertThat(at.pay("").lines().getFirst().serials()).containsExactly("SN77");
    }

    @Test
    void aNumberTellsItsHistory() {
        var at = open();
        at.scan("010" + GTIN + "21SN77");
        at.pay("");
        at.type("sn77");

        var found = at.models.checkout().serials().historyProperty().get().orElseThrow();
        assertThat(found.steps())
                .extracting(SerialStep::reference)
                .containsExactly("S1-1-1-000001");
        at.type("sn-unknown-1");
        assertThat(at.lastMessage()).contains("sn-unknown-1");
    }

    @Test
    void theWindowAsksAndShows() {
        try (var window = new SaleWindow(folder)) {
            var at = withAlarm(window.at());
            Picture.onFx(() -> {
                at.scan(PAD);
                at.scan("010" + GTIN + "21SN-000077");
                at.scan(GTIN);
                return 0;
            });
            window.picture("serial-asked");
            window.press(KeyCode.F12);
            window.type("sn-78");
            window.picture("serial-dialog");
            window.press(KeyCode.ENTER);
            assertThat(Picture.onFx(() -> at.sale().stateProperty().get()))
                    .isEqualTo(SaleState.TENDER);
            Picture.onFx(() -> {
                at.models.checkout().cash("");
                at.type("r 000001");
                return 0;
            });
            Picture.settle();
            window.press(KeyCode.DOWN);
            window.type("s");
            window.press(KeyCode.DOWN);
            window.picture("serial-return");
            window.press(KeyCode.ESCAPE);
            Picture.onFx(() -> {
                at.type("sn-000077");
                return 0;
            });
            window.picture("serial-history");
            assertThat(window.find("#serial-steps")).isNotNull();
            assertThat(List.copyOf(at.books.sales)).hasSize(1);
        }
    }
}
