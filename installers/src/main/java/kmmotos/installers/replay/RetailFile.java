package kmmotos.installers.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/// Reads a file with the columns of the UCI data set "Online Retail", plain or packed with xz.
///
/// InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country.
final class RetailFile {
    private static final List<String> COLUMNS =
            List.of(
                    "InvoiceNo",
                    "StockCode",
                    "Description",
                    "Quantity",
                    "InvoiceDate",
                    "UnitPrice");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, RetailInvoice> invoices = new LinkedHashMap<>();

    private RetailFile() {}

    /// All invoices in the order of their first line. The lines of an invoice need not stand
    /// together.
    static List<RetailInvoice> read(Path file) {
        RetailFile retail = new RetailFile();
        try (InputStream in = open(file);
                MappingIterator<String[]> rows = MAPPER.readerFor(String[].class).readValues(in)) {
            checkHeader(rows.hasNext() ? rows.next() : new String[0], file);
            rows.forEachRemaining(retail::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(retail.invoices.values());
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".xz") ? new XZInputStream(raw) : raw;
    }

    private static void checkHeader(String[] header, Path file) {
        if (header.length < COLUMNS.size()
                || !Arrays.asList(header).subList(0, COLUMNS.size()).equals(COLUMNS)) {
            throw new IllegalArgumentException(
                    file + " must start with the columns " + String.join(", ", COLUMNS));
        }
    }

    private void add(String[] row) {
        RetailLine line =
                new RetailLine(
                        shared(row[1].strip()),
                        shared(row[2].strip()),
                        Integer.parseInt(row[3]),
                        new BigDecimal(row[5]));
        invoices.computeIfAbsent(
                        row[0],
                        number ->
                                new RetailInvoice(
                                        number,
                                        LocalDateTime.parse(row[4], TIME),
                                        new ArrayList<>()))
                .lines()
                .add(line);
    }

    /// The same few thousand texts stand in half a million rows: keep one of each.
    private String shared(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
