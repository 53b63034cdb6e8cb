package kmmotos.server.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Takes the cells of one row apart and notes everything that is wrong with them, so that a person
/// can mend the row in one go.
public final class RowCheck {

    private final FileRow row;
    private final List<ImportReport.Fault> faults = new ArrayList<>();

    RowCheck(FileRow row) {
        this.row = row;
        row.cells()
                .forEach((column, text) -> {
                    if (column.startsWith("column ")) {
                        fault(
                                column,
                                "beyond_header",
                                "a cell to the right of the header's last column; perhaps"
                                        + " a text with a separator in it is not quoted");
                    } else if (text.length() > TableFile.MAX_CELL_LENGTH) {
                        fault(
                                column,
                                "too_long",
                                "a cell has at most "
                                        + TableFile.MAX_CELL_LENGTH
                                        + " characters, had "
                                        + text.length());
                    }
                });
    }

    /// The row's number in the file.
    public int number() {
        return row.number();
    }

    /// A cell that must be there. What the reader throws as IllegalArgumentException is the reason
    /// in the report.
    public <T> Optional<T> required(String column, Function<String, T> reader) {
        if (!row.cells().containsKey(column)) {
            fault(column, "required", "must not be empty");
        }
        return optional(column, reader);
    }

    /// A cell that may be empty.
    public <T> Optional<T> optional(String column, Function<String, T> reader) {
        return Optional.ofNullable(row.cells().get(column))
                .flatMap(text -> value(column, text, reader));
    }

    /// A cell that may be empty, as text.
    public Optional<String> text(String column) {
        return Optional.ofNullable(row.cells().get(column));
    }

    /// A cell of several values with `|` between.
    public <T> List<T> several(String column, Function<String, T> reader) {
        return text(column).stream()
                .flatMap(text -> Arrays.stream(text.split("\\|", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> value(column, text, reader).stream())
                .toList();
    }

    public void fault(String column, String code, String reason) {
        faults.add(new ImportReport.Fault(row.number(), column, code, reason));
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    List<ImportReport.Fault> faults() {
        return faults;
    }

    private <T> Optional<T> value(String column, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (NumberFormatException _) {
            fault(column, "not_a_number", "\"" + shortened(text) + "\" is not a number");
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            fault(column, "invalid", shortened(String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}
