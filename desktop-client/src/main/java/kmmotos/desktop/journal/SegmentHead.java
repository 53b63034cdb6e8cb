package kmmotos.desktop.journal;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/// The first bytes of a segment: what it continues, so that older segments can be pruned.
///
/// @param firstSeq the number of the first fact in it
/// @param counter the receipt counter before that fact
/// @param prevHash the chain's hash before that fact
record SegmentHead(UUID incarnation, long firstSeq, long counter, String prevHash) {
    static final int BYTES = 128;
    private static final long MAGIC = 0x4B4D_4A4F_5552_0001L; // KMJOUR, form 1
    private static final int CHECKED_BYTES = 5 * Long.BYTES + 32;

    ByteBuffer write() {
        ByteBuffer head = ByteBuffer.allocate(BYTES);
        head.putLong(MAGIC)
                .putLong(incarnation.getMostSignificantBits())
                .putLong(incarnation.getLeastSignificantBits())
                .putLong(firstSeq)
                .putLong(counter)
                .put(HexFormat.of().parseHex(prevHash));
        return head.putInt(CHECKED_BYTES, checksum(head)).rewind();
    }

    static Optional<SegmentHead> read(ByteBuffer file) {
        if (file.capacity() < BYTES
                || file.getLong(0) != MAGIC
                || file.getInt(CHECKED_BYTES) != checksum(file)) {
            return Optional.empty();
        }
        byte[] prevHash = new byte[32];
        file.get(5 * Long.BYTES, prevHash);
        return Optional.of(
                new SegmentHead(
                        new UUID(file.getLong(8), file.getLong(16)),
                        file.getLong(24),
                        file.getLong(32),
                        HexFormat.of().formatHex(prevHash)));
    }

    private static int checksum(ByteBuffer head) {
        CRC32C crc = new CRC32C();
        crc.update(head.slice(0, CHECKED_BYTES));
        return (int) crc.getValue();
    }
}
