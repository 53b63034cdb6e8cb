package kmmotos.installers.vin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kmmotos.desktop.fitment.VinTable;
import kmmotos.installers.terminal.Command;
import kmmotos.installers.terminal.Options;
import kmmotos.installers.terminal.Terminal;

/// `km vin-table`: packs lists of makers and of VIN patterns from vPIC into the file that a till
/// reads VINs by.
///
/// Both are CSV with a header: `wmi,manufacturer,makes,country` and
/// `wmi,year_from,year_to,keys,field,value`, of which only the field `model` is taken.
public final class VinTableFile {
    private static final Command COMMAND =
            new Command(
                    "Usage: ./km vin-table --makers makers.csv --patterns patterns.csv --out"
                            + " vin-table.bin",
                    Set.of("--makers", "--patterns", "--out"),
                    Set.of());

    private VinTableFile() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.standard();
        System.exit(COMMAND.run(terminal, arguments, options -> write(terminal, options)));
    }

    private static boolean write(Terminal terminal, Options options) {
        SortedMap<String, VinTable.Maker> makers =
                makers(file(options, "--makers"), file(options, "--patterns"));
        byte[] table = VinTable.write(makers);
        long patterns = makers.values().stream().mapToLong(one -> one.patterns().size()).sum();
        try {
            Path out = Files.write(file(options, "--out"), table);
            terminal.say(
                    "%s: %,d makers, %,d patterns, %,d bytes"
                            .formatted(out, makers.size(), patterns, table.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private static Path file(Options options, String name) {
        return options.text(name)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(name + " needs a file."));
    }

    private static SortedMap<String, VinTable.Maker> makers(Path makers, Path patterns) {
        SortedMap<String, Set<String>> lines = new TreeMap<>();
        rows(patterns)
                .forEach(row -> {
                    if (row.get(4).equals("model")) {
                        lines.computeIfAbsent(row.getFirst(), _ -> new TreeSet<>())
                                .add(
                                        String.join(
                                                "\t",
                                                row.get(1),
                                                row.get(2),
                                                row.get(3),
                                                row.get(5)));
                    }
                });
        SortedMap<String, VinTable.Maker> all = new TreeMap<>();
        rows(makers)
                .forEach(row ->
                        all.put(
                                row.getFirst(),
                                new VinTable.Maker(
                                        List.of(row.get(2).split("\\|", -1)),
                                        List.copyOf(
                                                lines.getOrDefault(row.getFirst(), Set.of())))));
        return all;
    }

    private static List<List<String>> rows(Path csv) {
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.skip(1).map(VinTableFile::cells).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Cells may be quoted, and none holds a line's end.
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
