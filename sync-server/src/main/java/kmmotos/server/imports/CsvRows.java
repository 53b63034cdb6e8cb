package kmmotos.server.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// CSV after RFC 4180 in UTF-8, with or without a byte order mark, separated by `,` or `;`.
final class CsvRows implements RawRows {

    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final MappingIterator<String[]> rows;
    private int number;
    private List<String> cells = List.of();

    private CsvRows(MappingIterator<String[]> rows) {
        this.rows = rows;
    }

    static CsvRows open(byte[] content) {
        String text = decode(content);
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        try {
            return new CsvRows(
                    MAPPER.readerFor(String[].class).with(schema).<String[]>readValues(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean next() {
        try {
            if (!rows.hasNextValue()) {
                return false;
            }
            number++;
            cells = List.of(rows.nextValue());
            return true;
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage());
        } catch (RuntimeJsonMappingException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileRefused unreadable(String why) {
        return new FileRefused(
                "unreadable_row",
                number + 1,
                "from here on the file can't be read, perhaps a quote is not closed: "
                        + why.lines().findFirst().orElse(""));
    }

    private static String decode(byte[] content) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw new FileRefused(
                    "not_utf8", 0, "the file is not UTF-8; save it as \"CSV UTF-8\" or as XLSX");
        }
    }

    /// The one that is more frequent in the header, outside quotes.
    private static char separator(String text) {
        String header =
                text.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .findFirst()
                        .orElse("")
                        .replaceAll("\"[^\"]*\"", "");
        long semicolons = header.chars().filter(c -> c == ';').count();
        long commas = header.chars().filter(c -> c == ',').count();
        return semicolons > commas ? ';' : ',';
    }
}
