package kmmotos.desktop.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Random secrets of the till, each in a file that only its owner may read.
public final class DatabaseKey {
    private static final int KEY_BYTES = 32;

    private DatabaseKey() {}

    /// The key in this file; made if there is none yet.
    public static String in(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                writePrivate(file, HexFormat.of().formatHex(key));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StorageFailed("the database's key in " + file + " can't be read: " + e, e);
        }
    }

    /// Writes a file that only its owner may read, whole or not at all.
    public static void writePrivate(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    written,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(written);
        }
        Files.writeString(written, text, StandardOpenOption.SYNC);
        Files.move(written, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
