package kmmotos.server.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The folder of this node's index: one folder for each index, and a file that names the live one.
record IndexFolder(Path path) {

    private static final String CURRENT = "current";

    IndexFolder {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + path + " can't be made", e);
        }
    }

    /// Where the live index is, if there is one.
    Optional<Path> current() throws IOException {
        Path file = path.resolve(CURRENT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path named = path.resolve(Files.readString(file).strip()).normalize();
        return Optional.of(named).filter(folder -> path.equals(folder.getParent()));
    }

    /// A place for a new index.
    Path fresh() {
        return path.resolve("index-" + UUID.randomUUID());
    }

    /// From now on this index is the live one, after a power cut too.
    void choose(Path index) throws IOException {
        Path file = path.resolve(CURRENT + ".new");
        Files.writeString(
                file,
                String.valueOf(index.getFileName()),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.SYNC);
        Files.move(
                file,
                path.resolve(CURRENT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Removes every index but the live one.
    void removeOthers() throws IOException {
        Optional<Path> live = current();
        try (Stream<Path> all = Files.list(path)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                if (!live.equals(Optional.of(folder))) {
                    remove(folder);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
