package kmmotos.desktop.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/// Files of H2 that are encrypted with a key: `km-aes:<number of the key>:<path>`. The keys
/// themselves are in no name, since names are logged.
///
/// The class and its constructor are public because H2 makes the paths.
public final class EncryptedPath extends FilePathWrapper {
    private static final String SCHEME = "km-aes";
    private static final List<String> KEYS = new ArrayList<>();

    static {
        FilePath.register(new EncryptedPath());
    }

    /// The name under which H2 finds a file that is encrypted with this key.
    static String of(Path file, String key) {
        synchronized (KEYS) {
            if (!KEYS.contains(key)) {
                KEYS.add(key);
            }
            return prefix(KEYS.indexOf(key)) + file.toAbsolutePath();
        }
    }

    private static String prefix(int key) {
        return SCHEME + ":" + key + ":";
    }

    private static int key(String name) {
        return Integer.parseInt(name.split(":", 3)[1]);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    protected String getPrefix() {
        return prefix(key(name));
    }

    @Override
    public FilePath unwrap(String fileName) {
        return FilePath.get(fileName.split(":", 3)[2]);
    }

    @Override
    public long size() {
        return EncryptedFile.sizeInside(getBase().size());
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        synchronized (KEYS) {
            byte[] password = FilePathEncrypt.getPasswordBytes(KEYS.get(key(name)).toCharArray());
            return new EncryptedFile(getBase().open(mode), password);
        }
    }
}
