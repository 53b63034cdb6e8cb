package kmmotos.model.serials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import kmmotos.model.catalog.SerialNumber;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.stores.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialHistoryTest {

    private static final Sku ALARM = new Sku("AL-350");

    @ParameterizedTest
    @CsvSource({
        "sn-000042,SN-000042",
        "' ab  12 ',AB 12",
        "ção1,ÇÃO1",
        "356938035643809,356938035643809"
    })
    void aNumberIsWrittenInOneWay(String typed, String written) {
        assertThat(SerialNumber.find(typed)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "A\u0007B", "12345678901234567890123456789012345678901"})
    void whatNoLabelHasIsNoNumber(String typed) {
        assertThat(SerialNumber.find(typed)).isEmpty();
    }

    @Test
    void aPieceIsSoldUntilItComesBack() {
        SerialStep sold = step(SerialStep.Kind.SOLD, "S1-1-1-000001", 1);
        SerialStep back = step(SerialStep.Kind.RETURNED, "S1-1-1-000002", 2);

        assertThat(SerialHistory.of("A1", List.of(sold)).standingSale(ALARM)).contains(sold);
        assertThat(SerialHistory.of("A1", List.of(sold, back)).standingSale(ALARM)).isEmpty();
        assertThat(SerialHistory.of("A1", List.of(sold)).standingSale(new Sku("OTHER"))).isEmpty();
    }

    @Test
    void whatSeveralTellIsOneStep() {
        SerialStep sold = step(SerialStep.Kind.SOLD, "S1-1-1-000001", 1);
        SerialStep again = step(SerialStep.Kind.SOLD, "S1-1-1-000001", 1);

        assertThat(SerialHistory.of("A1", List.of(sold, again)).steps()).containsExactly(sold);
    }

    @Test
    void aSaleTellsWhatWasSoldAndAReturnWhatCameBack() {
        var sale = SampleSales.kitSale();
        SaleLine sold = sale.lines().getLast();
        SaleLine back = Refund.line(sale, sold, Quantity.ZERO, Quantity.ONE, 9);
        var returned =
                SampleSales.sale(
                        SampleSales.SALE, SampleSales.RECEIPT, List.of(back), back.total());

        assertThat(SerialStep.of(sale))
                .extracting(SerialStep::kind, SerialStep::sku, SerialStep::serial)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                SerialStep.Kind.SOLD, SamplePrices.KIT, "SN-000042"));
        assertThat(SerialStep.of(returned))
                .extracting(SerialStep::kind)
                .containsExactly(SerialStep.Kind.RETURNED);
    }

    @Test
    void noMoreNumbersThanPieces() {
        SaleLine one = SampleSales.kitSale().lines().getLast();

        assertThatIllegalArgumentException().isThrownBy(() -> one.withSerials(List.of("A1", "A2")));
    }

    private static SerialStep step(SerialStep.Kind kind, String reference, int day) {
        return new SerialStep(
                "A1",
                kind,
                ALARM,
                new StoreId("S1"),
                Instant.parse("2026-11-0%dT12:00:00Z".formatted(day)),
                reference);
    }
}
