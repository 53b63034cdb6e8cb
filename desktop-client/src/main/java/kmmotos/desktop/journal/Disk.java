package kmmotos.desktop.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Where a till's files lie: a real disk, or in tests one that fails on purpose. A [Path] is only
/// the name of a file.
///
/// What survives a power cut: the bytes of a file up to its last [DiskFile#force]; the names in a
/// folder (files made, moved, deleted) up to its last [#syncFolder]; folders made with
/// [#createFolders] at once. Anything later may survive wholly, partly or not at all, in any order.
public interface Disk {
    /// How a file is opened; with each it can be read and written.
    enum Mode {
        /// It must be there.
        EXISTING,
        /// Made if it is missing.
        CREATE,
        /// Made; it must not be there yet.
        CREATE_NEW,
        /// Made, or emptied.
        REPLACE
    }

    DiskFile open(Path file, Mode mode) throws IOException;

    /// Whether there is a file or a folder of this name.
    boolean exists(Path path);

    /// The files and folders in a folder, sorted by name; none if there is no such folder.
    List<Path> list(Path folder) throws IOException;

    /// Makes a folder and those above it, as far as they are missing, durably.
    void createFolders(Path folder) throws IOException;

    /// Deletes a file, if it is there.
    void delete(Path file) throws IOException;

    /// Gives a file another name, in place of a file that has it: before and after a power cut it
    /// is the old one or the new one, whole.
    void move(Path from, Path to) throws IOException;

    /// Makes the names in this folder durable: a new file may otherwise vanish in a power cut.
    void syncFolder(Path folder) throws IOException;

    /// All bytes of a small file.
    default byte[] read(Path file) throws IOException {
        try (InputStream in = input(file)) {
            return in.readAllBytes();
        }
    }

    /// Replaces a small file, durably and in one step.
    default void replace(Path file, byte[] bytes) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try (DiskFile out = open(written, Mode.REPLACE)) {
            out.write(ByteBuffer.wrap(bytes), 0);
            out.force(true);
        }
        moveDurably(written, file);
    }

    /// Moves a forced file within its folder, durably.
    default void moveDurably(Path from, Path to) throws IOException {
        move(from, to);
        syncFolder(folderOf(to));
    }

    /// Copies a file, durably and in one step.
    default void copy(Path from, Path to) throws IOException {
        Path written = to.resolveSibling(to.getFileName() + ".new");
        try (InputStream in = input(from);
                OutputStream out = output(written)) {
            in.transferTo(out);
        }
        moveDurably(written, to);
    }

    default InputStream input(Path file) throws IOException {
        return new DiskStreams.Input(open(file, Mode.EXISTING));
    }

    /// A stream into a file that is made or emptied; closing it forces the bytes to the disk.
    default OutputStream output(Path file) throws IOException {
        return new DiskStreams.Output(open(file, Mode.REPLACE));
    }

    /// The folder a file lies in.
    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file, not a root");
    }

    static Disk real() {
        return new RealDisk();
    }
}
