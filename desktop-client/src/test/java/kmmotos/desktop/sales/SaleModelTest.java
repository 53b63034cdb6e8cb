package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.KIT;
import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.sync.Event;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines of the open sale. The sample prices: brake pad 49.90 (45.00 from 4 on, 39.90 for
/// workshops), chain kit 189.00, oil 32.333 a litre; 18 % tax included.
class SaleModelTest {
    @TempDir Path folder;
    private CounterFixture at;

    private static String gtin(String body) {
        return body + Gtin.checkDigit(body);
    }

    @BeforeEach
    void openTheShop() {
        at = new CounterFixture(folder).open();
    }

    private List<Quantity> quantities() {
        return at.sale().rows().stream().map(LineView::quantity).toList();
    }

    @Test
    void aScanAddsALineAndTheNextOneCountsIt() {
        at.scan(PAD);
        at.scan(PAD);
        assertThat(quantities()).containsExactly(Quantity.of(2));
        assertThat(at.due()).isEqualTo("99.80");
    }

    @Test
    void aQuantityTypedBeforeAScanCountsIt() {
        at.type("3*");
        at.scan(PAD);
        assertThat(quantities()).containsExactly(Quantity.of(3));
        at.scan(KIT);
        assertThat(quantities()).containsExactly(Quantity.of(3), Quantity.ONE);
    }

    @Test
    void theFourthPieceMakesTheTierPriceForAll() {
        at.type("4*");
        at.scan(PAD);
        assertThat(at.due()).isEqualTo("180.00");
    }

    @Test
    void aPartNumberIsFoundHoweverItIsWritten() {
        at.type("1400021-700102-12");
        assertThat(at.due()).isEqualTo("49.90");
    }

    @Test
    void halfALitreIsSoldButNoHalfBrakePad() {
        at.type("1.5*OL1030");
        assertThat(at.due()).isEqualTo("48.50");
        at.type("0.5*14_00021/700102/12");
        assertThat(at.due()).isEqualTo("48.50");
        assertThat(at.lastMessage()).contains("whole pieces only");
    }

    @Test
    void anUnknownBarcodeChangesNothingAndIsSaid() {
        at.scan(PAD);
        at.scan(gtin("789999999999"));
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.lastMessage()).contains("Nothing here has the code");
    }

    @Test
    void aMisreadBarcodeIsToldFromAnUnknownOne() {
        char wrong = (char) ('0' + (PAD.charAt(12) - '0' + 1) % 10);
        at.scan(PAD.substring(0, 12) + wrong);
        assertThat(at.lastMessage()).contains("check digit is wrong");
    }

    @Test
    void anAbsurdQuantityIsRefused() {
        at.type("100000*");
        assertThat(at.lastMessage()).contains("too many");
        at.type("99999*KT-520-118");
        at.type("KT-520-118");
        assertThat(quantities()).containsExactly(Quantity.of(99_999));
        assertThat(at.lastMessage()).contains("too many");
    }

    @Test
    void aPriceOfNothingIsSoldWithAWarning() {
        at = new CounterFixture(folder).open(SampleStaff.BRUNO, "2222");
        at.scan(PAD);
        at.type("=0");
        assertThat(at.due()).isEqualTo("0.00");
        assertThat(at.lastMessage()).contains("costs nothing");
        assertThat(at.pay("").total().isZero()).isTrue();
    }

    @Test
    void aSaleThatEatsAReservationIsMadeWithAWarning() {
        at.books.stock.put(SamplePrices.PAD, Quantity.of(2));
        at.books.reserved.put(SamplePrices.PAD, Quantity.ONE);
        at.scan(PAD);
        assertThat(at.lastMessage()).isEmpty();
        at.scan(PAD);
        assertThat(at.lastMessage()).contains("eats a reservation");
        assertThat(at.due()).isEqualTo("99.80");
    }

    @Test
    void aVoidedLineIsGoneAndWrittenDown() {
        at.scan(PAD);
        at.scan(KIT);
        at.models.lines().voidChosen();
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.books.journal)
                .last()
                .isInstanceOfSatisfying(
                        Event.LineVoided.class,
                        voided -> {
                            assertThat(voided.line().sku()).isEqualTo(SamplePrices.KIT);
                            assertThat(voided.line().total().amount()).isEqualTo("189.00");
                        });
    }

    @Test
    void aColleagueGoesOnWithTheOpenSale() {
        at.scan(PAD);
        at.signIn.lock();
        at.signIn(SampleStaff.BRUNO, "2222");
        assertThat(at.due()).isEqualTo("49.90");
        assertThat(at.pay("").staffId()).isEqualTo(SampleStaff.BRUNO.staffId());
    }
}
