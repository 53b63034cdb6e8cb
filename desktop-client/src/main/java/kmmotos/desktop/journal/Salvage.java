package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Finds every fact in damaged segments whose own checksum still holds.
final class Salvage {
    private Salvage() {}

    static List<JournalRecord> readable(Disk disk, List<Path> files) throws IOException {
        TreeMap<Long, JournalRecord> bySeq = new TreeMap<>();
        for (Path file : files) {
            ByteBuffer bytes = ByteBuffer.wrap(disk.read(file));
            int at = SegmentHead.BYTES;
            while (at + Frame.ALIGNMENT <= bytes.capacity()) {
                Optional<JournalRecord> found = Frame.read(bytes, at);
                found.ifPresent(fact -> bySeq.putIfAbsent(fact.seq(), fact));
                at += found.map(fact -> Frame.bytes(fact.body().length)).orElse(Frame.ALIGNMENT);
            }
        }
        return List.copyOf(bySeq.values());
    }
}
