package kmmotos.server.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/// The folder that holds everything one server keeps on disk. Locked while the server runs.
public final class DataFolder implements AutoCloseable {

    private static final String OWNER_ONLY_FILE = "rw-------";
    private static final String OWNER_ONLY_FOLDER = "rwx------";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Makes the folder if need be and takes its lock.
    public static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                restrict(folder, OWNER_ONLY_FOLDER);
            }
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("server.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new StartRefused(
                        "The data folder "
                                + folder
                                + " is in use by another server. Stop that one or choose another"
                                + " folder with km.data.folder.");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder "
                            + folder
                            + " can't be written: "
                            + e
                            + ". Choose another with km.data.folder.",
                    e);
        }
    }

    public Path path() {
        return path;
    }

    /// The text kept in a file that only this user may read; made on first use.
    public String secret(String name, Supplier<String> first) {
        Path file = path.resolve("secrets").resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            Files.createDirectories(file.getParent());
            restrict(path.resolve("secrets"), OWNER_ONLY_FOLDER);
            String text = first.get();
            writeRestricted(file, text);
            return text;
        } catch (IOException e) {
            throw new StorageFailed("secret " + name + " can't be read or written", e);
        }
    }

    /// Writes a file that only this user may read.
    public Path writeRestricted(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh);
            restrict(fresh, OWNER_ONLY_FILE);
            Files.writeString(fresh, text + System.lineSeparator(), StandardOpenOption.SYNC);
            return Files.move(
                    fresh,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StorageFailed(file + " can't be written", e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new StorageFailed("the lock of " + path + " can't be released", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static void restrict(Path file, String permissions) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }
}
