package kmmotos.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What became of an imported file: how many rows were taken, and which were refused for which
/// reason.
///
/// @param rows rows with content, without the header
/// @param changed rows taken that changed something; the others were there already
/// @param faults at most [#MAX_FAULTS]; `refused` counts all rows
public record ImportReport(
        String file,
        int rows,
        int taken,
        int changed,
        int refused,
        List<String> unknownColumns,
        List<Fault> faults) {

    public static final int MAX_FAULTS = 1_000;

    public ImportReport {
        unknownColumns = List.copyOf(unknownColumns);
        faults = List.copyOf(faults);
    }

    /// One thing that is wrong with the file.
    ///
    /// @param row as a spreadsheet numbers it; 0 is the file as a whole
    /// @param column empty when the whole row is meant
    public record Fault(int row, String column, String code, String reason) {}

    /// Collects a report while a file is read.
    public static final class Tally {
        private final String file;
        private final Set<String> known;
        private final Set<String> unknown = new LinkedHashSet<>();
        private final List<Fault> faults = new ArrayList<>();
        private int rows;
        private int refused;
        private int changed;

        public Tally(String file, Set<String> known) {
            this.file = file;
            this.known = Set.copyOf(known);
        }

        /// Reads the table through these checks; a file that can't be read to its end keeps what
        /// was read before.
        public <T> List<T> read(byte[] content, Set<String> needed, RowParser<T> parser) {
            List<T> taken = new ArrayList<>();
            try (TableFile table = TableFile.open(content)) {
                table.columns().stream()
                        .filter(name -> !known.contains(name))
                        .forEach(unknown::add);
                if (hasAll(table, needed)) {
                    for (FileRow row : table) {
                        read(row, parser, taken);
                    }
                }
            } catch (FileRefused e) {
                fault(e.row(), "", e.code(), e.reason());
            }
            return taken;
        }

        /// Refuses a row that looked right on its own but not beside the others.
        public void refuse(int row, String column, String code, String reason) {
            refused++;
            fault(row, column, code, reason);
        }

        public void changed(int count) {
            changed += count;
        }

        public ImportReport report() {
            return new ImportReport(
                    file, rows, rows - refused, changed, refused, List.copyOf(unknown), faults);
        }

        private <T> void read(FileRow row, RowParser<T> parser, List<T> taken) {
            rows++;
            RowCheck check = new RowCheck(row);
            var parsed = parser.parse(check);
            if (check.faults().isEmpty() && parsed.isPresent()) {
                taken.add(parsed.get());
            } else {
                refused++;
                check.faults().forEach(f -> fault(f.row(), f.column(), f.code(), f.reason()));
            }
        }

        private boolean hasAll(TableFile table, Set<String> needed) {
            boolean all = true;
            for (String column : needed) {
                if (!table.columns().contains(column)) {
                    all = false;
                    fault(0, column, "missing_column", "the column \"" + column + "\" is missing");
                }
            }
            return all;
        }

        private void fault(int row, String column, String code, String reason) {
            if (faults.size() < MAX_FAULTS) {
                faults.add(new Fault(row, column, code, reason));
            }
        }
    }
}
