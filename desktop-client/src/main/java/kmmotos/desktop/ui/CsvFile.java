package kmmotos.desktop.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows of a list as CSV: UTF-8 with a byte order mark, for spreadsheets.
public final class CsvFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    private CsvFile() {}

    public static void write(Path file, String header, List<String> rows) throws IOException {
        String csv =
                Stream.concat(Stream.of(header), rows.stream())
                        .collect(Collectors.joining(LINE_END, BYTE_ORDER_MARK, LINE_END));
        Files.writeString(file, csv, StandardCharsets.UTF_8);
    }

    /// A text that a spreadsheet could take for a formula gets an apostrophe.
    public static String quoted(String text) {
        String safe = text.matches("(?s)^[=+@\\t\\r-].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
