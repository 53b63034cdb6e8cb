package kmmotos.desktop.sales;

import static kmmotos.desktop.sales.CounterFixture.PAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Unit;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.scanning.LabelPattern;
import kmmotos.model.scanning.ScanGrammar;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a label tells beside its article.
class ScannedLabelTest {
    @TempDir Path folder;
    private CounterFixture at;

    @BeforeEach
    void theShopIsOpen() {
        at = new CounterFixture(folder).open();
        at.books.scans = new ScanGrammar("", List.of(new LabelPattern("20IIIIIPPP.PPK")));
        at.books.products.add(
                SampleProducts.product("Bag of bolts", "BOLTS", "201234500000", Unit.PIECE));
    }

    private static String gs1(String rest) {
        return "]C1010" + PAD + rest;
    }

    private LineView row() {
        return at.sale().rows().getLast();
    }

    /// Bolts by the bag, whose labels tell the price of a bag.
    private static String bag(String cents) {
        String twelve = "2012345" + cents;
        return twelve + Gtin.checkDigit(twelve);
    }

    @Test
    void aGs1SymbolIsTheArticleInIt() {
        at.scan(gs1("21SN1"));
        assertThat(row().quantity()).isEqualTo(Quantity.ONE);
        assertThat(row().name()).contains("pad");
    }

    @Test
    void aCartonIsAsManyPiecesAsItsLabelSays() {
        at.scan("]C1020" + PAD + "3712");
        assertThat(row().quantity()).isEqualTo(Quantity.of(12));
    }

    @Test
    void whatWasTypedGoesBeforeWhatTheLabelSays() {
        at.type("3*");
        at.scan("]C1020" + PAD + "3712");
        assertThat(row().quantity()).isEqualTo(Quantity.of(3));
    }

    @Test
    void goodsPastTheirLastDayAreSoldWithAWarning() {
        at.scan(gs1("17261120"));
        assertThat(at.lastMessage()).contains("was good until");
        assertThat(at.sale().rows()).hasSize(1);
        at.scan(gs1("17261121"));
        assertThat(at.sale().rows()).hasSize(1);
    }

    @Test
    void aLabelWithAPriceIsALineOfItsOwnAtThatPriceOnceSomebodyMayGiveIt() {
        at.scan(bag("01250"));
        assertThat(at.sale().rows()).isEmpty();
        at.approvals.approve(SampleStaff.BRUNO, "2222");
        assertThat(row().total()).isEqualTo(Money.parse("12.50", SampleStores.BRL));
        at.scan(bag("00990"));
        at.approvals.approve(SampleStaff.BRUNO, "2222");
        assertThat(at.sale().rows()).hasSize(2);
        assertThat(row().total()).isEqualTo(Money.parse("9.90", SampleStores.BRL));
    }
}
