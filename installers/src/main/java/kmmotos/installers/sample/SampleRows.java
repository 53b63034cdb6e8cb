package kmmotos.installers.sample;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// Reads the lists that the sample is made of.
final class SampleRows {
    private static final CsvMapper MAPPER =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .build();

    private SampleRows() {}

    static <T> List<T> read(String file, Class<T> row) {
        try (InputStream in = open(file);
                MappingIterator<T> rows =
                        MAPPER.readerFor(row)
                                .with(CsvSchema.emptySchema().withHeader())
                                .readValues(in)) {
            return List.copyOf(rows.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(String file) {
        return Objects.requireNonNull(SampleRows.class.getResourceAsStream(file), file);
    }
}
