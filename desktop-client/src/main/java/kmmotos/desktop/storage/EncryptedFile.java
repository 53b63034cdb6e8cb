package kmmotos.desktop.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.h2.security.SHA256;
import org.h2.store.fs.FileBaseDefault;
import org.h2.util.MathUtils;
import org.jspecify.annotations.Nullable;

/// A file as H2 itself encrypts it (`CIPHER=AES`), so that either opens what the other wrote: a
/// block of 4,096 bytes with a mark and the salt of the key, then the content, enciphered block by
/// block ([Xts]). H2's own cipher is plain Java and took a quarter of all the time that a first
/// filling takes; Java's uses the processor's instructions.
final class EncryptedFile extends FileBaseDefault {
    private static final byte[] MARK = "H2encrypt\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int SALT_BYTES = 8;
    private static final int KEY_BYTES = 16;

    /// H2's. The key is 32 random bytes, not a word that someone could guess.
    private static final int HASH_ITERATIONS = 10;

    private final FileChannel base;
    private final byte[] password;
    private volatile @Nullable Xts cipher;
    private volatile long size;

    /// Reads nothing yet: whoever opens it locks it first.
    EncryptedFile(FileChannel base, byte[] password) {
        this.base = base;
        this.password = password;
    }

    /// How much is in a file of this size. Blocks are whole; if the content ends within one, as
    /// many bytes follow as it holds of it.
    static long sizeInside(long size) {
        long inside = size - Xts.BLOCK;
        return Math.max(0, inside % Xts.BLOCK == 0 ? inside : inside - Xts.BLOCK);
    }

    private Xts cipher() throws IOException {
        Xts known = cipher;
        return known == null ? started() : known;
    }

    private synchronized Xts started() throws IOException {
        Xts known = cipher;
        if (known != null) {
            return known;
        }
        byte[] salt = new byte[SALT_BYTES];
        if (base.size() >= Xts.BLOCK) {
            read(MARK.length, ByteBuffer.wrap(salt));
            size = sizeInside(base.size());
        } else {
            salt = MathUtils.secureRandomBytes(SALT_BYTES);
            ByteBuffer header = ByteBuffer.allocate(Xts.BLOCK).put(MARK).put(salt);
            write(0, header.clear());
        }
        Xts made = new Xts(SHA256.getPBKDF2(password, salt, HASH_ITERATIONS, KEY_BYTES));
        Arrays.fill(password, (byte) 0);
        cipher = made;
        return made;
    }

    private void read(long at, ByteBuffer into) throws IOException {
        for (long from = at; into.hasRemaining(); ) {
            int read = base.read(into, from);
            if (read < 0) {
                throw new EOFException();
            }
            from += read;
        }
    }

    private void write(long at, ByteBuffer bytes) throws IOException {
        for (long from = at; bytes.hasRemaining(); ) {
            from += base.write(bytes, from);
        }
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // Readers don't wait for each other.
    public int read(ByteBuffer into, long position) throws IOException {
        Xts xts = cipher();
        if (!into.hasRemaining()) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        int length = (int) Math.min(into.remaining(), size - position);
        Blocks blocks = new Blocks(position, length);
        byte[] plain = new byte[blocks.length()];
        decipher(xts, blocks, plain, plain.length);
        into.put(plain, blocks.before(), length);
        return length;
    }

    private void decipher(Xts xts, Blocks blocks, byte[] into, int length) throws IOException {
        read(blocks.inFile(), ByteBuffer.wrap(into, 0, length));
        xts.decrypt(blocks.first(), into, length);
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long position) throws IOException {
        Xts xts = cipher();
        int length = bytes.remaining();
        Blocks blocks = new Blocks(position, length);
        byte[] whole = new byte[blocks.length()];
        if (whole.length > length) {
            decipher(xts, blocks, whole, (int) Math.min(whole.length, blocks.within(size)));
        }
        bytes.get(whole, blocks.before(), length);
        xts.encrypt(blocks.first(), whole, whole.length);
        write(blocks.inFile(), ByteBuffer.wrap(whole));
        if (position + length > size) {
            endAt(position + length);
        }
        return length;
    }

    private void endAt(long end) throws IOException {
        int left = (int) (end % Xts.BLOCK);
        if (left > 0) {
            write(Xts.BLOCK + Blocks.whole(end), ByteBuffer.allocate(left));
        }
        size = end;
    }

    @Override
    public long size() throws IOException {
        Xts _ = cipher();
        return size;
    }

    @Override
    protected void implTruncate(long newSize) throws IOException {
        Xts _ = cipher();
        if (newSize < size) {
            base.truncate(Xts.BLOCK + Blocks.whole(newSize));
            endAt(newSize);
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        base.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long length, boolean shared) throws IOException {
        return base.tryLock(position, length, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        base.close();
    }

    /// The whole blocks around some bytes of the content.
    private record Blocks(long position, long bytes) {
        long first() {
            return position / Xts.BLOCK;
        }

        long start() {
            return first() * Xts.BLOCK;
        }

        int before() {
            return (int) (position - start());
        }

        int length() {
            return Math.toIntExact(whole(before() + bytes));
        }

        /// How many of them there are in a file of this size, in bytes.
        long within(long size) {
            return Math.max(0, whole(size - start()));
        }

        private static long whole(long length) {
            return (length + Xts.BLOCK - 1) / Xts.BLOCK * Xts.BLOCK;
        }

        long inFile() {
            return Xts.BLOCK + start();
        }
    }
}
