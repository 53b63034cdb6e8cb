package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One preallocated file of the journal: a head, frames, and zeros up to its fixed size.
final class Segment implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final SegmentHead head;
    private final int capacity;
    private final List<Integer> offsets = new ArrayList<>();
    private volatile int end = SegmentHead.BYTES;
    private byte[] lastHash;
    private long lastCounter;

    private Segment(Path file, FileChannel channel, SegmentHead head) throws IOException {
        this.file = file;
        this.channel = channel;
        this.head = head;
        this.capacity = Math.toIntExact(channel.size());
        this.lastHash = Chain.bytes(head.prevHash());
        this.lastCounter = head.counter();
    }

    /// Takes the room of a segment from the disk, so that a full disk shows now and not at a sale.
    static void preallocate(Disk disk, Path file, int bytes) throws IOException {
        try (FileChannel channel =
                disk.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(Math.min(bytes, 256 * 1024));
            for (int at = 0; at < bytes; at += zeros.capacity()) {
                writeAll(channel, zeros.clear().limit(Math.min(zeros.capacity(), bytes - at)), at);
            }
            channel.force(true);
        }
        disk.syncFolder(file.resolveSibling("."));
    }

    static Segment begin(Disk disk, Path file, SegmentHead head) throws IOException {
        FileChannel channel = disk.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        writeAll(channel, head.write(), 0);
        channel.force(false);
        return new Segment(file, channel, head);
    }

    /// Opens a segment and checks every fact in it; empty if it is a spare that never began.
    ///
    /// @param last whether it is the newest segment, whose tail may be torn
    /// @param safeSeq the last fact known to have been safe: a torn tail lies beyond it
    static Optional<Segment> open(
            Disk disk, Path file, boolean last, long safeSeq, Findings findings)
            throws IOException {
        FileChannel channel = disk.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer bytes = readAll(channel);
        Optional<SegmentHead> head = SegmentHead.read(bytes);
        if (head.isEmpty()) {
            channel.close();
            if (nextWhole(bytes, 0, 0) >= 0) {
                throw new JournalDamaged(file, 0, 0, "its head can't be read");
            }
            return Optional.empty();
        }
        Segment segment = new Segment(file, channel, head.get());
        try {
            segment.scan(bytes, last, safeSeq, findings);
        } catch (IOException | JournalFailed e) {
            channel.close();
            throw e;
        }
        return Optional.of(segment);
    }

    private void scan(ByteBuffer bytes, boolean last, long safeSeq, Findings findings)
            throws IOException {
        Optional<JournalRecord> record = Frame.read(bytes, end);
        while (record.isPresent()) {
            accept(record.get());
            record = Frame.read(bytes, end);
        }
        int firstWritten = firstWritten(bytes, end);
        if (firstWritten < 0) {
            return;
        }
        if (!last || lastSeq() < safeSeq || nextWhole(bytes, end, lastSeq() + 1) >= 0) {
            throw new JournalDamaged(file, end, lastSeq() + 1, "a checksum does not match");
        }
        findings.note(file, end);
        blankFrom(end);
    }

    private void accept(JournalRecord record) {
        if (record.seq() != lastSeq() + 1) {
            throw new JournalDamaged(
                    file, end, lastSeq() + 1, "fact " + record.seq() + " stands in its place");
        }
        byte[] hash = Chain.next(lastHash, record.body());
        if (!Arrays.equals(hash, record.hash())) {
            throw new JournalDamaged(file, end, record.seq(), "the hash chain is broken");
        }
        added(record);
    }

    private void added(JournalRecord record) {
        offsets.add(end);
        int next = end + Frame.bytes(record.body().length);
        end = next;
        lastHash = record.hash();
        lastCounter = record.counter();
    }

    private static int firstWritten(ByteBuffer bytes, int from) {
        for (int i = from; i < bytes.capacity(); i++) {
            if (bytes.get(i) != 0) {
                return i;
            }
        }
        return -1;
    }

    /// The place of a whole fact after this offset: then what lies before it was not torn off.
    private static int nextWhole(ByteBuffer bytes, int from, long afterSeq) {
        for (int i = from; i + Frame.ALIGNMENT <= bytes.capacity(); i += Frame.ALIGNMENT) {
            if (bytes.getInt(i) > 0
                    && Frame.read(bytes, i).filter(found -> found.seq() > afterSeq).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    boolean hasRoomFor(int bodyBytes) {
        return end + Frame.bytes(bodyBytes) <= capacity;
    }

    void append(JournalRecord record) throws IOException {
        writeAll(channel, Frame.write(record), end);
        channel.force(false);
        added(record);
    }

    /// Wipes what a failed append may have left, so that a sale that was refused can't come back.
    void wipeFailedAppend() throws IOException {
        blankFrom(end);
    }

    private void blankFrom(int from) throws IOException {
        writeAll(channel, ByteBuffer.allocate(capacity - from), from);
        channel.force(false);
    }

    JournalRecord read(long seq) throws IOException {
        int index = Math.toIntExact(seq - head.firstSeq());
        int offset = offsets.get(index);
        int until = index + 1 < offsets.size() ? offsets.get(index + 1) : end;
        ByteBuffer frame = ByteBuffer.allocate(until - offset);
        readFully(channel, frame, offset);
        return Frame.read(frame, 0)
                .orElseThrow(
                        () -> new JournalDamaged(file, offset, seq, "a checksum does not match"));
    }

    boolean holds(long seq) {
        return seq >= head.firstSeq() && seq <= lastSeq();
    }

    Path file() {
        return file;
    }

    SegmentHead head() {
        return head;
    }

    long lastSeq() {
        return head.firstSeq() + offsets.size() - 1;
    }

    byte[] lastHash() {
        return lastHash;
    }

    long lastCounter() {
        return lastCounter;
    }

    int end() {
        return end;
    }

    int freeBytes() {
        return capacity - end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static ByteBuffer readAll(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        readFully(channel, bytes, 0);
        return bytes;
    }

    private static void readFully(FileChannel channel, ByteBuffer into, long from)
            throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, from + into.position()) < 0) {
                throw new IOException("the file ends early, at byte " + channel.size());
            }
        }
        into.rewind();
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes, long from)
            throws IOException {
        int start = bytes.position();
        while (bytes.hasRemaining()) {
            channel.write(bytes, from + bytes.position() - start);
        }
    }
}
