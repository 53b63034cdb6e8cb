package kmmotos.server.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// The first sheet of an XLSX file, streamed.
///
/// The file is a zip; before it is read, it is unpacked once into nothing, so that one which grows
/// beyond the limit is refused before it can fill the memory.
final class XlsxRows implements RawRows {

    static final long MAX_UNPACKED_BYTES = 256L * 1024 * 1024;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int number;
    private List<String> cells = List.of();

    private XlsxRows(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    static XlsxRows open(byte[] content) {
        refuseBombs(content);
        try {
            ReadableWorkbook workbook =
                    new ReadableWorkbook(
                            new ByteArrayInputStream(content), new ReadingOptions(true, false));
            return new XlsxRows(workbook, workbook.getFirstSheet().openStream());
        } catch (IOException | RuntimeException e) {
            throw notXlsx(0, e);
        }
    }

    @Override
    public boolean next() {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            Row row = rows.next();
            number = row.getRowNum();
            cells = texts(row);
            return true;
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw notXlsx(number + 1, e);
        }
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        int columns = Math.min(row.getCellCount(), TableFile.MAX_COLUMNS + 1);
        for (int i = 0; i < columns; i++) {
            texts.add(text(row.getOptionalCell(i).orElse(null)));
        }
        return texts.isEmpty() ? List.of("") : texts;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? cell.asDate().toLocalDate().toString() : number(cell);
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /// A number as written, never as `7.00102E5`: SKUs are often typed as numbers.
    private static String number(Cell cell) {
        String raw = cell.getRawValue();
        BigDecimal value = new BigDecimal(raw == null ? "0" : raw).stripTrailingZeros();
        return value.precision() > 15
                ? new BigDecimal(value.doubleValue(), new java.math.MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString()
                : value.toPlainString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("y");
    }

    private static void refuseBombs(byte[] content) {
        byte[] nothing = new byte[64 * 1024];
        long left = MAX_UNPACKED_BYTES;
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                        .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(nothing); n >= 0; n = in.read(nothing)) {
                        left -= n;
                        if (left < 0) {
                            throw tooLarge();
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw notXlsx(0, e);
        }
    }

    private static FileRefused tooLarge() {
        return new FileRefused(
                "file_too_large",
                0,
                "unpacked, a file may hold at most " + MAX_UNPACKED_BYTES + " bytes");
    }

    private static FileRefused notXlsx(int row, Exception cause) {
        return new FileRefused(
                "not_xlsx", row, "the file can't be read as XLSX: " + cause.getMessage());
    }
}
