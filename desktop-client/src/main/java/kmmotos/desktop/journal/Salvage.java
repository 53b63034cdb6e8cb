package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds every fact in damaged segments whose own checksum still holds.
final class Salvage {
    private Salvage() {}

    static List<JournalRecord> readable(Disk disk, List<Path> files) throws IOException {
        SortedMap<Long, JournalRecord> bySeq = new TreeMap<>();
        for (Path file : files) {
            addReadable(ByteBuffer.wrap(disk.read(file)), bySeq);
        }
        return List.copyOf(bySeq.values());
    }

    static void addReadable(ByteBuffer segment, SortedMap<Long, JournalRecord> bySeq) {
        int at = SegmentHead.BYTES;
        while (at + Frame.ALIGNMENT <= segment.capacity()) {
            Optional<JournalRecord> found = Frame.read(segment, at);
            found.ifPresent(fact -> bySeq.putIfAbsent(fact.seq(), fact));
            at += found.map(fact -> Frame.bytes(fact.body().length)).orElse(Frame.ALIGNMENT);
        }
    }
}
