package kmmotos.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// A table with named columns, read row by row from CSV or the first sheet of an XLSX file.
///
/// Rows before the header that start with `#` are notes. Blank rows are left out. Every limit is
/// checked before memory is spent on what is beyond it.
public final class TableFile implements AutoCloseable, Iterable<FileRow> {

    public static final int MAX_BYTES = 48 * 1024 * 1024;
    public static final int MAX_ROWS = 500_000;
    public static final int MAX_COLUMNS = 64;
    public static final int MAX_CELL_LENGTH = 4_000;

    private final RawRows raw;
    private final List<String> columns;

    private TableFile(RawRows raw, List<String> columns) {
        this.raw = raw;
        this.columns = List.copyOf(columns);
    }

    /// Opens a file; what it is shows in its first bytes.
    ///
    /// @throws FileRefused if it is neither, is too large, or has no header
    public static TableFile open(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw new FileRefused(
                    "file_too_large", 0, "a file may hold at most " + MAX_BYTES + " bytes");
        }
        RawRows raw = isZip(content) ? XlsxRows.open(content) : CsvRows.open(content);
        try {
            return new TableFile(raw, header(raw));
        } catch (RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /// The names of the columns, in lower case, in the file's order.
    public List<String> columns() {
        return columns;
    }

    @Override
    public Iterator<FileRow> iterator() {
        return new Iterator<>() {
            private Optional<FileRow> next = Optional.empty();

            @Override
            public boolean hasNext() {
                if (next.isEmpty()) {
                    next = advance();
                }
                return next.isPresent();
            }

            @Override
            public FileRow next() {
                FileRow current = hasNext() ? next.orElseThrow() : nothingMore();
                next = Optional.empty();
                return current;
            }
        };
    }

    @Override
    public void close() {
        raw.close();
    }

    private Optional<FileRow> advance() {
        while (raw.next()) {
            if (raw.number() > MAX_ROWS) {
                throw new FileRefused(
                        "too_many_rows",
                        raw.number(),
                        "a file may hold at most " + MAX_ROWS + " rows; the rest was not read");
            }
            Map<String, String> cells = named(raw.cells());
            if (!cells.isEmpty()) {
                return Optional.of(new FileRow(raw.number(), cells));
            }
        }
        return Optional.empty();
    }

    private static FileRow nothingMore() {
        throw new NoSuchElementException("the table has no more rows");
    }

    private Map<String, String> named(List<String> cells) {
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).strip();
            if (!text.isEmpty()) {
                byColumn.put(i < columns.size() ? columns.get(i) : beyond(i), text);
            }
        }
        return byColumn;
    }

    /// A cell to the right of the last column usually is a separator that nobody quoted.
    private static String beyond(int index) {
        return "column " + (index + 1);
    }

    private static List<String> header(RawRows raw) {
        while (raw.next()) {
            List<String> cells = raw.cells();
            boolean blank = cells.stream().allMatch(String::isBlank);
            if (!blank && !cells.getFirst().startsWith("#")) {
                return columns(cells, raw.number());
            }
        }
        throw new FileRefused("no_header", 0, "the file has no row with the names of its columns");
    }

    private static List<String> columns(List<String> cells, int row) {
        if (cells.size() > MAX_COLUMNS) {
            throw new FileRefused(
                    "too_many_columns", row, "a file may have at most " + MAX_COLUMNS + " columns");
        }
        List<String> names = new ArrayList<>();
        for (String cell : cells) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && names.contains(name)) {
                throw new FileRefused(
                        "duplicate_column", row, "the column \"" + name + "\" is there twice");
            }
            names.add(name.isEmpty() ? beyond(names.size()) : name);
        }
        return names;
    }

    private static boolean isZip(byte[] content) {
        return content.length > 4
                && content[0] == 'P'
                && content[1] == 'K'
                && content[2] == 3
                && content[3] == 4;
    }
}
