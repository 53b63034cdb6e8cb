package kmmotos.model.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignedReceiptTest {

    private static final KeyPair KEY = key();

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignedReceipt signed(Sale sale) {
        return SignedReceipt.sign(sale, KEY.getPrivate());
    }

    private static SignedReceipt read(Sale sale) {
        return SignedReceipt.parse(signed(sale).text()).orElseThrow();
    }

    private static Sale ofLines(int count) {
        SaleLine one = SampleSales.cashSale().lines().getFirst();
        List<SaleLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(
                    new SaleLine(
                            i,
                            one.kind(),
                            new Sku("BRK-%06d".formatted(i)),
                            one.description(),
                            one.quantity(),
                            one.list(),
                            one.unit(),
                            one.reason(),
                            one.gross(),
                            one.adjustments(),
                            one.taxPercent(),
                            one.net(),
                            one.tax(),
                            one.total(),
                            one.returnOf()));
        }
        Money total =
                Money.sum(lines.stream().map(SaleLine::total).toList(), one.total().currency());
        return SampleSales.sale(SampleSales.SALE, SampleSales.RECEIPT, lines, total);
    }

    @Test
    void whatWasPaidIsReadBackAndVerified() {
        Sale sale = SampleSales.leasedSale();

        SignedReceipt read = read(sale);

        assertThat(read.isSignedBy(KEY.getPublic())).isTrue();
        assertThat(read.device()).isEqualTo(sale.device());
        assertThat(read.whole()).isTrue();
        Receipt receipt = read.receipt();
        assertThat(receipt.saleId()).isEqualTo(sale.saleId());
        assertThat(receipt.number()).isEqualTo(sale.receiptNumber());
        assertThat(receipt.day()).isEqualTo(sale.businessDay());
        assertThat(receipt.customerId()).isEqualTo(sale.customerId());
        assertThat(receipt.payments()).isEqualTo(Receipt.of(sale).payments());
        assertThat(receipt.payments())
                .extracting(Receipt.Payment::kind)
                .containsExactly("gift_card", "account", "cash");
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine sold = sale.lines().get(i);
            SaleLine line = receipt.sold().get(i);
            assertThat(line.lineId()).isEqualTo(sold.lineId());
            assertThat(line.sku()).isEqualTo(sold.sku());
            assertThat(line.quantity()).isEqualTo(sold.quantity());
            assertThat(line.total()).isEqualTo(sold.total());
            assertThat(line.tax()).isEqualTo(sold.tax());
            assertThat(line.taxPercent()).isEqualByComparingTo(sold.taxPercent());
        }
    }

    @Test
    void aReceiptFromPaperGivesBackWhatTheBooksWould() {
        Sale sale = SampleSales.cashSale();
        Receipt printed = read(sale).receipt();
        Receipt kept = Receipt.of(sale);
        SaleLine first = kept.sold().getFirst();

        SaleLine byBooks = kept.refund(first, Quantity.ONE, Quantity.ONE, 1);
        SaleLine byPaper = printed.refund(printed.sold().getFirst(), Quantity.ONE, Quantity.ONE, 1);

        assertThat(byPaper.total()).isEqualTo(byBooks.total());
        assertThat(byPaper.tax()).isEqualTo(byBooks.tax());
        assertThat(byPaper.returnOf()).isEqualTo(byBooks.returnOf());
    }

    @Test
    void fortyLinesFitIntoOneCodeOfVersion25() {
        SignedReceipt signed = signed(ofLines(40));

        assertThat(signed.whole()).isTrue();
        assertThat(signed.text().length()).isLessThanOrEqualTo(SignedReceipt.MAX_TEXT);
        assertThat(read(ofLines(40)).receipt().sold()).hasSize(40);
    }

    @Test
    void aLongerReceiptCarriesItsHeadAndIsLookedUp() {
        SignedReceipt read = read(ofLines(120));

        assertThat(read.whole()).isFalse();
        assertThat(read.receipt().sold()).isEmpty();
        assertThat(read.receipt().number()).isEqualTo(SampleSales.RECEIPT);
        assertThat(read.isSignedBy(KEY.getPublic())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kmmotos.model.Seeds#some")
    void nobodyChangesALetterOfIt(long seed) {
        Random random = new Random(seed);
        String text = signed(SampleSales.cashSale()).text();
        int at = random.nextInt(3, text.length());
        char other = "0123456789ABCDEFGHIJKLMNOPQRSTUV".charAt(random.nextInt(32));
        String changed = text.substring(0, at) + other + text.substring(at + 1);

        Optional<SignedReceipt> read = SignedReceipt.parse(changed);

        assertThat(
                        changed.equals(text)
                                || read.isEmpty()
                                || !read.get().isSignedBy(KEY.getPublic()))
                .isTrue();
    }

    @Test
    void anotherTillsKeyDidNotSignIt() {
        assertThat(read(SampleSales.cashSale()).isSignedBy(key().getPublic())).isFalse();
    }

    @Test
    void whatIsNoReceiptIsNotRead() {
        assertThat(SignedReceipt.isMeantBy("7891000000014")).isFalse();
        assertThat(SignedReceipt.parse("KMR" + "V".repeat(400))).isEmpty();
        assertThat(SignedReceipt.parse("KMR" + "1".repeat(4_000))).isEmpty();
    }
}
