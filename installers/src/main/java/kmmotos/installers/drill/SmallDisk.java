package kmmotos.installers.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A file system of its own in memory that can be filled to the last byte. Only root may mount it.
final class SmallDisk implements AutoCloseable {
    private static final int PIECE = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    static boolean canBeHad() {
        Path folder = PostgresCluster.folder();
        boolean mounted =
                Shell.succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "km", folder.toString());
        if (mounted) {
            Shell.run(List.of("umount", folder.toString()));
        }
        Shell.run(List.of("rmdir", folder.toString()));
        return mounted;
    }

    /// @param size as mount wants it: `2m`
    static SmallDisk at(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        Shell.run(
                List.of(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "mode=777,size=" + size,
                        "km",
                        folder.toString()));
        return new SmallDisk(folder);
    }

    /// Takes all the room that is left.
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(new byte[PIECE]);
            }
        } catch (IOException full) {
            if (Files.size(filler()) == 0) {
                throw full;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() {
        try {
            makeRoom();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shell.run(List.of("umount", "-l", folder.toString()));
    }
}
