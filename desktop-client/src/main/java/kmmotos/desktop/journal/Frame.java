package kmmotos.desktop.journal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/// How a fact is framed on disk: length and CRC-32C, then what the checksum covers: seq, time,
/// counter, hash and body; filled up to a multiple of 8 bytes so that a search for later frames can
/// skip.
final class Frame {
    static final int ALIGNMENT = 8;
    static final int MAX_BODY_BYTES = 4 * 1024 * 1024;
    private static final int HASH_BYTES = 32;
    private static final int CHECKED_HEAD_BYTES = 3 * Long.BYTES + HASH_BYTES;
    private static final int HEAD_BYTES = 2 * Integer.BYTES + CHECKED_HEAD_BYTES;

    private Frame() {}

    static int bytes(int bodyBytes) {
        int exact = HEAD_BYTES + bodyBytes;
        return (exact + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    static ByteBuffer write(JournalRecord record) {
        ByteBuffer frame = ByteBuffer.allocate(bytes(record.body().length));
        frame.putInt(record.body().length).putInt(0);
        frame.putLong(record.seq())
                .putLong(record.at().toEpochMilli())
                .putLong(record.counter())
                .put(record.hash())
                .put(record.body());
        frame.putInt(Integer.BYTES, checksum(frame, 0, record.body().length));
        return frame.rewind();
    }

    /// The whole and unharmed fact that begins here, if there is one.
    static Optional<JournalRecord> read(ByteBuffer file, int offset) {
        if (offset + HEAD_BYTES > file.capacity()) {
            return Optional.empty();
        }
        int length = file.getInt(offset);
        if (length <= 0 || length > MAX_BODY_BYTES || offset + bytes(length) > file.capacity()) {
            return Optional.empty();
        }
        if (file.getInt(offset + Integer.BYTES) != checksum(file, offset, length)) {
            return Optional.empty();
        }
        return Optional.of(record(file, offset, length));
    }

    /// Whether nothing was written here: the rest of a preallocated segment.
    static boolean isBlank(ByteBuffer file, int offset) {
        int end = Math.min(offset + HEAD_BYTES, file.capacity());
        for (int i = offset; i < end; i++) {
            if (file.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static JournalRecord record(ByteBuffer file, int offset, int length) {
        int head = offset + 2 * Integer.BYTES;
        byte[] hash = new byte[HASH_BYTES];
        byte[] body = new byte[length];
        file.get(head + 3 * Long.BYTES, hash);
        file.get(offset + HEAD_BYTES, body);
        return new JournalRecord(
                file.getLong(head),
                Instant.ofEpochMilli(file.getLong(head + Long.BYTES)),
                file.getLong(head + 2 * Long.BYTES),
                hash,
                body);
    }

    /// The length is covered too: without it a torn frame could look whole.
    private static int checksum(ByteBuffer frame, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(frame.slice(offset, Integer.BYTES));
        crc.update(frame.slice(offset + 2 * Integer.BYTES, CHECKED_HEAD_BYTES + length));
        return (int) crc.getValue();
    }
}
