package kmmotos.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class TableFileTest {

    @Test
    void quotesSeparatorsAndLineBreaksInACellAreKept() {
        List<FileRow> rows = csv("sku,name\r\n\"a,b\",\"He said \"\"hi\"\"\r\ntwice\"\r\n");

        assertThat(rows)
                .containsExactly(
                        new FileRow(2, Map.of("sku", "a,b", "name", "He said \"hi\"\r\ntwice")));
    }

    @Test
    void aSemicolonFileWithAByteOrderMarkIsRead() {
        List<FileRow> rows = csv("\uFEFFSKU;Name\n14_00021 / 700102/12;Pastilha, freio\n");

        assertThat(rows)
                .containsExactly(
                        new FileRow(
                                2,
                                Map.of("sku", "14_00021 / 700102/12", "name", "Pastilha, freio")));
    }

    @Test
    void notesBeforeTheHeaderAndBlankRowsAreLeftOut() {
        List<FileRow> rows = csv("# a note, with a comma\nsku\n\nA\n  \n#B\n");

        assertThat(rows)
                .containsExactly(
                        new FileRow(4, Map.of("sku", "A")), new FileRow(6, Map.of("sku", "#B")));
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithAdvice() {
        byte[] latin = "sku\nPe\u00e7a\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> TableFile.open(latin))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void anEmptyFileHasNoHeader() {
        assertThatThrownBy(() -> TableFile.open(new byte[0]))
                .isInstanceOf(FileRefused.class)
                .extracting("code")
                .isEqualTo("no_header");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> csv("sku,SKU\n1,2\n")).hasMessageContaining("\"sku\"");
    }

    @Test
    void anXlsxGivesTheSameRowsWithNumbersAndDatesAsWritten() {
        byte[] file =
                xlsx(sheet -> {
                    sheet.value(0, 0, "sku");
                    sheet.value(0, 1, "amount");
                    sheet.value(0, 2, "from");
                    sheet.value(1, 0, 700102);
                    sheet.value(1, 1, 12.1);
                    sheet.value(1, 2, LocalDate.of(2026, 11, 22));
                    sheet.style(1, 2).format("yyyy-mm-dd").set();
                    sheet.value(3, 0, "14_00021 / 700102/12");
                });

        assertThat(rows(file))
                .containsExactly(
                        new FileRow(
                                2, Map.of("sku", "700102", "amount", "12.1", "from", "2026-11-22")),
                        new FileRow(4, Map.of("sku", "14_00021 / 700102/12")));
    }

    @Test
    void aZipBombIsRefusedBeforeItFillsTheMemory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i <= XlsxRows.MAX_UNPACKED_BYTES / zeros.length; i++) {
                zip.write(zeros);
            }
        }

        assertThat(out.size()).isLessThan(TableFile.MAX_BYTES);
        assertThatThrownBy(() -> TableFile.open(out.toByteArray()))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("unpacked");
    }

    @Test
    void aZipThatIsNoXlsxIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(1);
        }

        assertThatThrownBy(() -> TableFile.open(out.toByteArray()))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("XLSX");
    }

    @Test
    void aBadRowHarmsNoOtherAndTheReportNamesRowColumnAndReason() {
        var tally = new ImportReport.Tally("stock", Set.of("sku", "quantity"));
        List<String> taken =
                tally.read(
                        utf8("sku,quantity,shelf\nA,1,x\nB,one,x\n,2,x\nC,3\nD,4,x,y\n"),
                        Set.of("sku", "quantity"),
                        TableFileTest::parse);

        assertThat(taken).containsExactly("A*1", "C*3");
        ImportReport report = tally.report();
        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(3);
        assertThat(report.unknownColumns()).containsExactly("shelf");
        assertThat(report.faults())
                .extracting(f -> f.row() + " " + f.column() + " " + f.code())
                .containsExactly(
                        "3 quantity invalid", "4 sku required", "6 column 4 beyond_header");
    }

    @Test
    void whatWasReadBeforeAnUnclosedQuoteIsKept() {
        var tally = new ImportReport.Tally("stock", Set.of("sku", "quantity"));
        List<String> taken =
                tally.read(
                        utf8("sku,quantity\nA,1\n\"B,2\nC,3\n"),
                        Set.of("sku"),
                        TableFileTest::parse);

        assertThat(taken).containsExactly("A*1");
        assertThat(tally.report().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("unreadable_row"));
    }

    @Test
    void aMissingColumnIsToldByItsName() {
        var tally = new ImportReport.Tally("stock", Set.of("sku", "quantity"));
        List<String> taken =
                tally.read(utf8("sku\nA\n"), Set.of("sku", "quantity"), TableFileTest::parse);

        assertThat(taken).isEmpty();
        assertThat(tally.report().faults())
                .singleElement()
                .extracting(ImportReport.Fault::column)
                .isEqualTo("quantity");
    }

    @Test
    void aCellThatIsTooLongIsRefusedWithItsRow() {
        var tally = new ImportReport.Tally("stock", Set.of("sku", "quantity"));
        tally.read(
                utf8("sku,quantity\n" + "x".repeat(TableFile.MAX_CELL_LENGTH + 1) + ",1\n"),
                Set.of("sku"),
                TableFileTest::parse);

        assertThat(tally.report().faults())
                .extracting(ImportReport.Fault::code)
                .contains("too_long");
    }

    private static Optional<String> parse(RowCheck row) {
        Optional<Sku> sku = row.required("sku", Sku::new);
        Optional<Quantity> quantity = row.required("quantity", Quantity::parse);
        return row.isFaulty()
                ? Optional.empty()
                : Optional.of(sku.orElseThrow() + "*" + quantity.orElseThrow());
    }

    private static List<FileRow> csv(String text) {
        return rows(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<FileRow> rows(byte[] file) {
        List<FileRow> rows = new ArrayList<>();
        try (TableFile table = TableFile.open(file)) {
            table.forEach(rows::add);
        }
        return rows;
    }

    private static byte[] xlsx(java.util.function.Consumer<Worksheet> filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.accept(workbook.newWorksheet("first"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
