package kmmotos.server.imports;

import java.util.Map;

/// One row of an imported table: its number as a spreadsheet shows it, and its cells by column.
///
/// @param cells stripped texts; an empty cell is absent
public record FileRow(int number, Map<String, String> cells) {

    public FileRow {
        cells = Map.copyOf(cells);
    }
}
