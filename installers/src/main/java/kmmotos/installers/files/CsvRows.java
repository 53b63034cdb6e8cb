package kmmotos.installers.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Writes one import file: a note of what it is, the header, the rows (RFC 4180 quotes).
public final class CsvRows implements AutoCloseable {
    private final BufferedWriter writer;

    /// @param note what the file is, as its first line
    public CsvRows(Path file, String note, String header) {
        try {
            writer = Files.newBufferedWriter(file);
            line(
                    "# Sample data of KM Motos: invented parts, prices and stock for real motorcycles.");
            line(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(Object... cells) {
        line(Arrays.stream(cells).map(CsvRows::quoted).collect(Collectors.joining(",")));
    }

    private void line(String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(Object cell) {
        String text = cell.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '#');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
