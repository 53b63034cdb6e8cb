package kmmotos.desktop.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sheets of labels, read back as a scanner and a person would.
class LabelPdfTest {

    private static final int DPI = 300;

    private static List<Label> some(int count) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(i % 2 == 0 ? SampleLabels.PAD : SampleLabels.CABLE);
        }
        return labels;
    }

    @ParameterizedTest
    @EnumSource
    void everyBarcodeOfAFullSheetIsReadBack(LabelSheet sheet) throws Exception {
        byte[] pdf = new LabelPdf(sheet, 0).write(some(sheet.labels()));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            keep(page, sheet.name());
            for (int place = 0; place < sheet.labels(); place++) {
                Label label = some(sheet.labels()).get(place);
                assertThat(read(cut(page, sheet, place)))
                        .as("label %d of %s", place, sheet)
                        .isEqualTo(label.barcode().text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2900000000018", "4006381333931", "0012345678905", "9780201379624", "5901234123457",
                "7891234567895", "1234567890128", "3086126100029", "6291041500213", "8711253001202"
            })
    void everyFirstDigitOfAnEan13IsRead(String digits) throws Exception {
        Label label = new Label("Item", "R$ 1,00", "X", "", new Barcode.Ean13(digits));
        try (PDDocument document =
                Loader.loadPDF(new LabelPdf(LabelSheet.A4_3X8, 0).write(List.of(label)))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            // One that begins with 0 is read as the UPC it is, too.
            assertThat(digits).endsWith(read(cut(page, LabelSheet.A4_3X8, 0)));
        }
    }

    @Test
    void aSheetThatIsPartlyUsedBeginsWhereLabelsAreLeft() throws Exception {
        byte[] pdf = new LabelPdf(LabelSheet.A4_3X8, 20).write(some(6));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            BufferedImage first = new PDFRenderer(document).renderImageWithDPI(0, DPI);
            assertThat(read(cut(first, LabelSheet.A4_3X8, 20)))
                    .isEqualTo(SampleLabels.PAD.barcode().text());
            BufferedImage second = new PDFRenderer(document).renderImageWithDPI(1, DPI);
            assertThat(read(cut(second, LabelSheet.A4_3X8, 0)))
                    .isEqualTo(SampleLabels.PAD.barcode().text());
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelPdf(LabelSheet.A4_3X8, 24))
                .withMessageContaining("0 to 23");
    }

    @Test
    void nameAndPriceAndPartNumberAndBinAreOnTheLabel() throws Exception {
        byte[] pdf =
                new LabelPdf(LabelSheet.A4_3X8, 0).write(Collections.nCopies(1, SampleLabels.PAD));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Pastilha de freio", "cerâmica", "R$ 89,90", "06455-KVS-J01", "A3-12");
        }
    }

    @Test
    void aLetterThatTheFontLacksStopsNoLabel() {
        Label odd = new Label("パッド", "R$ 1,00", "X", "", new Barcode.OfSku("X"));
        assertThat(new LabelPdf(LabelSheet.A4_5X13, 0).write(List.of(odd))).isNotEmpty();
    }

    private static BufferedImage cut(BufferedImage page, LabelSheet sheet, int place) {
        return page.getSubimage(
                Math.max(0, dots(sheet.x(place))),
                Math.max(0, dots(sheet.y(place))),
                dots(sheet.width()) - 1,
                Math.min(dots(sheet.height()), page.getHeight() - dots(sheet.y(place))) - 1);
    }

    private static int dots(double millimetres) {
        return (int) Math.round(millimetres / 25.4 * DPI);
    }

    private static String read(BufferedImage image) throws NotFoundException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] dots = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
        return new MultiFormatReader()
                .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    /// For looking at, where pictures are wanted.
    private static void keep(BufferedImage page, String name) throws IOException {
        if (System.getProperty("pictures") != null) {
            Path folder = Path.of("target", "pictures");
            Files.createDirectories(folder);
            ImageIO.write(page, "png", folder.resolve("labels-" + name + ".png").toFile());
        }
    }
}
