package kmmotos.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that is gone when the measuring is over.
public record TemporaryFolder(Path path) implements AutoCloseable {

    public static TemporaryFolder make() {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// @param where on the disk that is to be measured
    public static TemporaryFolder in(Path where) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(where, "km-bench"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
