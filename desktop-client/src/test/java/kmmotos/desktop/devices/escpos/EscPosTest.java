package kmmotos.desktop.devices.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kmmotos.desktop.receipts.SlipPart.Align;
import org.junit.jupiter.api.Test;

class EscPosTest {

    private static final String PAGE = "https://github.com/grandchef/escpos-buffer";

    @Test
    void boldTextIsWrittenAsForARealPrinter() {
        var job = job().align(Align.CENTER).bold(true).text("Bold text").bold(false).newLine();
        assertSameBytes(job.align(Align.LEFT), "i9_bold_text");
        assertSameBytes(job, "tm-t20_bold_text");
        assertThat(PaperDecoder.decode(golden("printid_bold_text")))
                .isEqualTo(PaperDecoder.decode(job.bytes()));
    }

    @Test
    void largeTextIsWrittenAsForARealPrinter() {
        var job = job().align(Align.CENTER).doubleSize(true).text("Large Text").doubleSize(false);
        assertSameBytes(job.newLine().align(Align.LEFT), "i9_large_text");
        assertSameBytes(job, "tm-t20_large_text");
    }

    @Test
    void plainLinesAreWrittenAsForARealPrinter() {
        assertSameBytes(job().text("Large Text").newLine(), "tm-t20_text");
        assertSameBytes(job().text("Simple Line").newLine(), "tm-t20_write_line");
    }

    @Test
    void cutAndDrawerAreWrittenAsForARealPrinter() {
        var cut = job().align(Align.CENTER).text("Cut below").newLine().align(Align.LEFT).cut();
        assertSameBytes(cut, "i9_cutter");
        assertSameBytes(cut, "i9_cutter_full");
        assertSameBytes(job().openDrawer(1), "i7_drawer");
        assertSameBytes(job().openDrawer(1), "i9_drawer");
        assertSameBytes(job().openDrawer(1), "tm-t20_drawer");
    }

    @Test
    void qrCodeIsWrittenAsForARealPrinter() {
        var job = job().align(Align.CENTER).qrCode(PAGE, 4).align(Align.LEFT);
        assertSameBytes(job, "i9_qrcode");
        assertSameBytes(job, "tm-t20_qrcode");
        assertThat(PaperDecoder.decode(golden("printid_touch_qrcode")))
                .containsExactly("<center><qr " + PAGE + ">");
    }

    /// Its golden file goes to and fro between both of its languages and chooses a font.
    @Test
    void aBematechIsToldToUnderstandEscPosFirst() {
        var job = new EscPos(PrinterFamily.BEMATECH, CodePage.PC850).greet();
        assertThat(golden("mp-4200_th_drawer_other_font"))
                .containsSequence(job.bytes())
                .endsWith(job().openDrawer(1).bytes());
        assertThat(new EscPos(PrinterFamily.BEMATECH, CodePage.PC850).reset().bytes())
                .containsSequence(job.bytes());
    }

    @Test
    void accentsOfPortugueseAndSpanishSurviveEveryCodePage() {
        String text =
                "Peças, freio à direção, ação, três, avô, bujía, año, ¿cuánto?, ¡hola!, N.º 1ª";
        for (CodePage page : CodePage.values()) {
            byte[] job = new EscPos(page).reset().text(text).bytes();
            assertThat(PaperDecoder.decode(job)).as(page.name()).containsExactly(text);
        }
    }

    @Test
    void anAccentTakesOneByteOfTheCodePage() {
        assertThat(CodePage.PC858.encode("ç")).containsExactly(0x87);
        assertThat(CodePage.PC850.encode("ã")).containsExactly(0xC6);
        assertThat(CodePage.WPC1252.encode("ñ")).containsExactly(0xF1);
        assertThat(CodePage.PC858.encode("€")).containsExactly(0xD5);
    }

    @Test
    void aComposedAndADecomposedAccentPrintTheSame() {
        assertThat(CodePage.PC858.encode("ac\u0327a\u0303o"))
                .isEqualTo(CodePage.PC858.encode("ação"));
    }

    @Test
    void whatTheCodePageLacksLosesItsAccentThenBecomesAQuestionMark() {
        assertThat(text(CodePage.PC850, "Škoda 🏍 “2 €” – R$\u00A05"))
                .isEqualTo("Skoda ? \"2 ?\" - R$ 5");
    }

    @Test
    void aProductNameCannotSendCommandsToThePrinter() {
        assertThat(text(CodePage.PC858, "Oil\u001Bp0\u001DV0\n")).isEqualTo("Oil p0 V0 ");
    }

    @Test
    void barcodeStartsInSetBAndDoublesBraces() {
        assertThat(PaperDecoder.decode(job().barcode("S1-2-A{17").bytes()))
                .containsExactly("<barcode {BS1-2-A{{17>", "");
    }

    @Test
    void gs1BarcodeStartsWithTheFunctionCharacter() {
        String gs1 = EscPos.FNC1 + "0107891234567895";
        assertThat(PaperDecoder.decode(job().barcode(gs1).bytes()))
                .containsExactly("<barcode {B{10107891234567895>", "");
    }

    @Test
    void aBarcodeThatNoScannerCouldReadIsRefused() {
        assertThatThrownBy(() -> job().barcode("ação"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+00E7");
        assertThatThrownBy(() -> job().barcode("1".repeat(33)))
                .hasMessageContaining("1..32 characters, was 33");
        assertThatThrownBy(() -> job().qrCode("", 4)).hasMessageContaining("was 0");
    }

    @Test
    void decodedGoldenFilesReadAsTheirSourceSays() {
        assertThat(PaperDecoder.decode(golden("tm-t20_underline_text")))
                .isEqualTo(List.of("<center><underline>Underline Text"));
    }

    private static EscPos job() {
        return new EscPos(CodePage.PC850).selectCodePage();
    }

    private static String text(CodePage page, String text) {
        return new String(page.encode(text), page.charset());
    }

    /// Our lines end with LF: printers that honour CR would print its line twice.
    private static void assertSameBytes(EscPos job, String golden) {
        String expected = new String(golden(golden), StandardCharsets.ISO_8859_1);
        assertThat(new String(job.bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo(expected.replace("\r", ""));
    }

    private static byte[] golden(String name) {
        try (var file = EscPosTest.class.getResourceAsStream(name + ".bin")) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
