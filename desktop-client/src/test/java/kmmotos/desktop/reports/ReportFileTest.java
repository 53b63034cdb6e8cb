package kmmotos.desktop.reports;

import static kmmotos.desktop.reports.SampleReportBook.ANA;
import static kmmotos.desktop.reports.SampleReportBook.DAY;
import static kmmotos.desktop.reports.SampleReportBook.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import kmmotos.desktop.receipts.SampleSlips;
import kmmotos.desktop.reports.SampleReportBook.Part;
import kmmotos.desktop.ui.SampleWorkplace;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.staff.Role;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
    private static final Part ODD =
            new Part("=1+1", new ReportBook.Article("=cmd 🏍 \"x\"; y", "Brakes"), "1234.50");

    @TempDir Path temp;

    private Path written(ReportFile format, Locale language, Report report, Workplace workplace)
            throws IOException {
        Path file = temp.resolve("report-" + language + "." + format.ending());
        format.write(ReportWords.of(workplace).titled(report, SampleSlips.NOON), file);
        return file;
    }

    private Path written(ReportFile format, Locale language) throws IOException {
        Workplace workplace = SampleWorkplace.of(Role.MANAGER, language);
        SampleReportBook book = new SampleReportBook();
        book.lies(ODD, 2);
        Period today = new Period(DAY, DAY);
        return written(
                format,
                language,
                new Reporter(workplace, book).report(ReportKind.SLOW_ITEMS, today),
                workplace);
    }

    @Test
    void aSpreadsheetOfTheShopsLanguageReadsTheNumbersAndRunsNoFormula() throws IOException {
        assertThat(Files.readString(written(ReportFile.CSV, Texts.PORTUGUESE)).split("\r\n"))
                .containsExactly(
                        "\ufeffItem;Código;Peças;Preço;A preço de venda",
                        "\"'=cmd 🏍 \"\"x\"\"; y\";'=1+1;2;1234,50;2469,00");
        assertThat(Files.readString(written(ReportFile.CSV, Locale.ENGLISH)))
                .contains("Item,Part number,Pieces,Price,At selling price\r\n")
                .contains("1234.50,2469.00\r\n");
    }

    @Test
    void aWorkbookHoldsNumbersAsNumbers() throws IOException {
        Path file = written(ReportFile.XLSX, Locale.ENGLISH);
        try (var zip = FileSystems.newFileSystem(file)) {
            String sheet =
                    Files.readString(
                            zip.getPath("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8);
            assertThat(sheet).contains("<v>2469.00</v>").doesNotContain("<f>");
        }
    }

    @Test
    void aPageHoldsEveryLetterItCanAndLosesNone() throws IOException {
        try (PDDocument page = Loader.loadPDF(written(ReportFile.PDF, Texts.PORTUGUESE).toFile())) {
            assertThat(new PDFTextStripper().getText(page))
                    .contains("Sem venda")
                    .contains("KM Motos Centro")
                    .contains("=cmd ? \"x\"; y")
                    .contains("2.469,00");
        }
    }

    @Test
    void aLongReportHasItsTitlesOnEveryPage() throws IOException {
        Workplace workplace = SampleWorkplace.of(Role.MANAGER);
        SampleReportBook book = new SampleReportBook();
        for (int i = 0; i < 90; i++) {
            Part part =
                    new Part(
                            "S" + i,
                            new ReportBook.Article("Part with a long name number " + i, "Brakes"),
                            i + 1 + ".00");
            book.sell(DAY, "10:00", ANA, line(1, part, 1, 0));
        }
        Report report =
                new Reporter(workplace, book).report(ReportKind.ITEMS, new Period(DAY, DAY));
        try (PDDocument pages =
                Loader.loadPDF(
                        written(ReportFile.PDF, Locale.ENGLISH, report, workplace).toFile())) {
            assertThat(pages.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(pages).split("Per receipt")).hasSize(4);
            picture(pages);
        }
    }

    /// For a person to look at.
    private static void picture(PDDocument pages) throws IOException {
        if (System.getProperty("pictures") != null) {
            Path folder = Files.createDirectories(Path.of("target/pictures"));
            javax.imageio.ImageIO.write(
                    new PDFRenderer(pages).renderImageWithDPI(0, 110),
                    "png",
                    folder.resolve("report-pdf.png").toFile());
        }
    }
}
