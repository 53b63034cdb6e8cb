package kmmotos.desktop.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.model.money.Money;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stores.SampleStores;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A quote on A4, read back.
class QuotePageTest {
    @TempDir Path folder = Path.of("");

    private static Quote quote(int times, String note) {
        List<SaleLine> lines = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (SaleLine line : SampleSales.cashSale().lines()) {
                lines.add(
                        line.numbered(lines.size() + 1)
                                .described("Pastilha de freio dianteira CG 160 Titan 2016 a 2022"));
            }
        }
        Money total = Money.sum(lines.stream().map(SaleLine::total).toList(), SampleStores.BRL);
        return new Quote(
                new UUID(1, 1),
                "Q-S1-2-000012",
                SampleStores.SAO_PAULO.storeId(),
                SampleStores.TILL_1.deviceId(),
                SampleSales.cashSale().businessDay(),
                SampleSales.AT,
                SampleSales.cashSale().businessDay().plusDays(30),
                SampleStaff.ANA.staffId(),
                Optional.empty(),
                "Oficina do Zé ✂",
                lines,
                total,
                note);
    }

    private String written(Quote quote, String name) throws Exception {
        Path file = folder.resolve(name + ".pdf");
        new QuotePage(StorePaper.of(SampleStores.SAO_PAULO)).write(quote, file);
        try (var document = Loader.loadPDF(file.toFile())) {
            if (System.getProperty("pictures") != null) {
                Path pictures = Files.createDirectories(Path.of("target", "pictures"));
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(0, 90),
                        "png",
                        pictures.resolve(name + ".png").toFile());
            }
            return document.getNumberOfPages()
                    + " pages\n"
                    + new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everythingThatIsOfferedStandsOnIt() throws Exception {
        String text = written(quote(1, "Montagem na sexta-feira, peças reservadas."), "quote");

        assertThat(text)
                .startsWith("1 pages")
                .contains("Q-S1-2-000012", "Oficina do Zé ?", "ORÇAMENTO", "21 de dez. de 2026")
                .contains("Montagem na sexta-feira");
    }

    @Test
    void aLongOneGoesOnOnTheNextPage() throws Exception {
        String text = written(quote(20, ""), "quote-long");

        assertThat(text).startsWith("3 pages");
        assertThat(text.split("Pastilha", -1)).hasSize(41);
    }
}
