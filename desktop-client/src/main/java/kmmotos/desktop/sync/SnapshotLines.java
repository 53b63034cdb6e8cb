package kmmotos.desktop.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.SnapshotHeader;

/// A snapshot's file that was seen to be whole: the header, a policy per line, the end.
///
/// Products and customers are most of it and are read when they are wanted; all else is small and
/// is held.
final class SnapshotLines {
    private static final String END = "{\"end\"";
    private static final List<String> LARGE =
            List.of("{\"type\":\"product_changed\"", "{\"type\":\"customer_changed\"");

    /// Opens the file; it is read twice.
    interface Opening {
        BufferedReader open() throws IOException;
    }

    private final Opening file;
    private final SnapshotHeader header;
    private final List<Policy> rest = new ArrayList<>();
    private long large;

    private SnapshotLines(Opening file, SnapshotHeader header) {
        this.file = file;
        this.header = header;
    }

    /// Reads the file from its beginning to its end.
    ///
    /// @throws StorageFailed if it is not whole
    static SnapshotLines of(Opening file) {
        try (BufferedReader lines = file.open()) {
            String first = lines.readLine();
            if (first == null) {
                throw new IOException("it is empty");
            }
            SnapshotLines snapshot =
                    new SnapshotLines(file, Json.MAPPER.readValue(first, SnapshotHeader.class));
            snapshot.read(lines);
            return snapshot;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void read(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(END)) {
            if (isLarge(line)) {
                large++;
            } else {
                rest.add(policy(line));
            }
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("it ends early, after line " + count());
        }
        long end = Json.MAPPER.readTree(line).path("end").asLong();
        if (end != count()) {
            throw new IOException("it should have %d lines, has %d".formatted(end, count()));
        }
    }

    private static boolean isLarge(String line) {
        return LARGE.stream().anyMatch(line::startsWith);
    }

    private static Policy policy(String line) throws IOException {
        return Json.MAPPER.readValue(line, Policy.class);
    }

    SnapshotHeader header() {
        return header;
    }

    long count() {
        return large + rest.size();
    }

    /// All but products and customers.
    List<Policy> rest() {
        return rest;
    }

    /// Reads the products and customers.
    ///
    /// @throws StorageFailed if one can't be read
    void forEachLarge(Consumer<Policy> consumer) {
        try (BufferedReader lines = file.open()) {
            long left = large;
            while (left > 0) {
                String line = String.valueOf(lines.readLine());
                if (isLarge(line)) {
                    consumer.accept(policy(line));
                    left--;
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static StorageFailed failed(IOException e) {
        return new StorageFailed("the snapshot can't be read: " + e, e);
    }
}
