package kmmotos.installers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class RetailFileTest {

    @Test
    void theExcerptAddsUp() {
        RetailTotals totals = RetailTotals.of(RetailFile.read(Excerpt.file()));
        assertThat(totals.invoices()).isEqualTo(240);
        assertThat(totals.lines()).isEqualTo(2839);
        assertThat(totals.cancellationLines()).isEqualTo(67);
        assertThat(totals.units()).isEqualTo(114_466);
        assertThat(totals.money()).isEqualTo(new BigDecimal("140519.33"));
        assertThat(totals.zeroPrices()).isEqualTo(37);
        assertThat(totals.negativePrices()).isEqualTo(2);
        assertThat(totals.writeOffs()).isEqualTo(20);
        assertThat(totals.bySku()).hasSize(1390);
    }

    @Test
    void theSumsPerSkuAddUpToTheWhole() {
        RetailTotals totals = RetailTotals.of(RetailFile.read(Excerpt.file()));
        assertThat(
                        totals.bySku().values().stream()
                                .map(RetailTotals.SkuTotal::money)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(totals.money());
    }

    @Test
    void aPackedFileReadsTheSame(@TempDir Path folder) throws IOException {
        Path packed = folder.resolve("excerpt.csv.xz");
        try (OutputStream out =
                new XZOutputStream(Files.newOutputStream(packed), new LZMA2Options(1))) {
            Files.copy(Excerpt.file(), out);
        }
        assertThat(RetailFile.read(packed)).isEqualTo(RetailFile.read(Excerpt.file()));
    }

    @Test
    void aLineRoundsOnce() {
        assertThat(new RetailLine("PADS", "", 1, new BigDecimal("0.001")).money())
                .isEqualByComparingTo("0");
        assertThat(new RetailLine("PADS", "", 5, new BigDecimal("0.001")).money())
                .isEqualByComparingTo("0.01");
    }

    @Test
    void anotherFileIsRefusedWithTheColumnsItNeeds(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.csv"), List.of("a,b,c"));
        assertThatThrownBy(() -> RetailFile.read(file)).hasMessageContaining("InvoiceNo");
    }
}
