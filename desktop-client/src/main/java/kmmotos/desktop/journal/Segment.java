package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One preallocated file of the journal: a head, frames, and zeros up to its fixed size.
final class Segment implements AutoCloseable {
    private final Path file;
    private final DiskFile content;
    private final SegmentHead head;
    private final int capacity;
    private final List<Integer> offsets = new ArrayList<>();
    private volatile int end = SegmentHead.BYTES;
    private byte[] lastHash;
    private long lastCounter;

    private Segment(Path file, DiskFile content, SegmentHead head) throws IOException {
        this.file = file;
        this.content = content;
        this.head = head;
        this.capacity = Math.toIntExact(content.size());
        this.lastHash = Chain.bytes(head.prevHash());
        this.lastCounter = head.counter();
    }

    /// Takes the room of a segment from the disk, so that a full disk shows now and not at a sale.
    /// The file gets its name when it has all its room.
    static void preallocate(Disk disk, Path file, int bytes) throws IOException {
        Path growing = file.resolveSibling(file.getFileName() + ".new");
        try {
            fill(disk, growing, bytes);
            disk.moveDurably(growing, file);
        } catch (IOException e) {
            disk.delete(growing);
            throw e;
        }
    }

    private static void fill(Disk disk, Path file, int bytes) throws IOException {
        try (DiskFile content = disk.open(file, Disk.Mode.REPLACE)) {
            ByteBuffer zeros = ByteBuffer.allocate(Math.min(bytes, 256 * 1024));
            for (int at = 0; at < bytes; at += zeros.capacity()) {
                content.write(zeros.clear().limit(Math.min(zeros.capacity(), bytes - at)), at);
            }
            content.force(true);
        }
    }

    static Segment begin(Disk disk, Path file, SegmentHead head) throws IOException {
        DiskFile content = disk.open(file, Disk.Mode.EXISTING);
        content.write(head.write(), 0);
        content.force(false);
        return new Segment(file, content, head);
    }

    /// Opens a segment and checks every fact in it; empty if it is a spare that never began.
    ///
    /// @param last whether it is the newest segment, whose tail may be torn
    /// @param safeSeq the last fact known to have been safe: a torn tail lies beyond it
    static Optional<Segment> open(
            Disk disk, Path file, boolean last, long safeSeq, Findings findings)
            throws IOException {
        DiskFile content = disk.open(file, Disk.Mode.EXISTING);
        ByteBuffer bytes = readAll(content);
        Optional<SegmentHead> head = SegmentHead.read(bytes);
        if (head.isEmpty()) {
            content.close();
            if (nextWhole(bytes, 0, 0) >= 0) {
                throw new JournalDamaged(file, 0, 0, "its head can't be read");
            }
            return Optional.empty();
        }
        Segment segment = new Segment(file, content, head.get());
        try {
            segment.scan(bytes, last, safeSeq, findings);
        } catch (IOException | JournalFailed e) {
            content.close();
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
        int writtenTo = lastWritten(bytes) + 1;
        if (writtenTo <= end) {
            return;
        }
        if (!last || lastSeq() < safeSeq || nextWhole(bytes, end, lastSeq() + 1) >= 0) {
            throw new JournalDamaged(file, end, lastSeq() + 1, "a checksum does not match");
        }
        findings.note(file, end);
        blank(writtenTo - end);
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

    /// The last byte that is not zero; -1 if there is none.
    private static int lastWritten(ByteBuffer bytes) {
        int at = bytes.capacity() - 1;
        while (at >= Long.BYTES && bytes.getLong(at - Long.BYTES + 1) == 0) {
            at -= Long.BYTES;
        }
        while (at >= 0 && bytes.get(at) == 0) {
            at--;
        }
        return at;
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
        content.write(Frame.write(record), end);
        content.force(false);
        added(record);
    }

    /// Wipes what a failed append may have left, so that a sale that was refused can't come back.
    void wipeFailedAppend(JournalRecord record) throws IOException {
        blank(Frame.bytes(record.body().length));
    }

    private void blank(int bytes) throws IOException {
        content.write(ByteBuffer.allocate(bytes), end);
        content.force(false);
    }

    JournalRecord read(long seq) throws IOException {
        int index = Math.toIntExact(seq - head.firstSeq());
        int offset = offsets.get(index);
        int until = index + 1 < offsets.size() ? offsets.get(index + 1) : end;
        ByteBuffer frame = ByteBuffer.allocate(until - offset);
        content.readFully(frame, offset);
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
        content.close();
    }

    private static ByteBuffer readAll(DiskFile content) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(content.size()));
        content.readFully(bytes, 0);
        bytes.rewind();
        return bytes;
    }
}
