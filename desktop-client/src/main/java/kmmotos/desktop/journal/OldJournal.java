package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// What an old disk or a second copy holds of a till's journal. Nothing there is changed: the disk
/// may be read-only, and may be the last one that has it.
///
/// @param prevHash the chain's hash before the first fact
/// @param facts those whose chain is whole, in their order
/// @param beyond how many more can be read behind a place that can't
public record OldJournal(UUID incarnation, String prevHash, List<JournalRecord> facts, int beyond) {

    public OldJournal {
        facts = List.copyOf(facts);
    }

    /// Every incarnation in a journal's folder; one of which nothing can be read is left out.
    public static List<OldJournal> in(Path folder) throws IOException {
        List<OldJournal> all = new ArrayList<>();
        for (Path inside : inside(folder)) {
            incarnation(inside).flatMap(id -> read(id, inside)).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<UUID> incarnation(Path folder) {
        try {
            return Files.isDirectory(folder)
                    ? Optional.of(UUID.fromString(String.valueOf(folder.getFileName())))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Optional<OldJournal> read(UUID incarnation, Path folder) {
        try {
            Optional<SegmentHead> first = Optional.empty();
            SortedMap<Long, JournalRecord> readable = new TreeMap<>();
            for (Path file : inside(folder)) {
                ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
                Optional<SegmentHead> head = SegmentHead.read(bytes);
                if (head.filter(of -> of.incarnation().equals(incarnation)).isPresent()) {
                    first = first.or(() -> head);
                    Salvage.addReadable(bytes, readable);
                }
            }
            return first.map(head -> chained(head, readable));
        } catch (IOException e) {
            throw new JournalFailed(
                    "the old journal in %s can't be read: %s".formatted(folder, e), e);
        }
    }

    private static OldJournal chained(SegmentHead first, SortedMap<Long, JournalRecord> readable) {
        List<JournalRecord> facts = new ArrayList<>();
        byte[] hash = Chain.bytes(first.prevHash());
        JournalRecord next = readable.get(first.firstSeq());
        while (next != null && Arrays.equals(Chain.next(hash, next.body()), next.hash())) {
            facts.add(next);
            hash = next.hash();
            next = readable.get(next.seq() + 1);
        }
        return new OldJournal(
                first.incarnation(), first.prevHash(), facts, readable.size() - facts.size());
    }

    /// The number of the first fact that is kept.
    public long firstSeq() {
        return facts.isEmpty() ? 1 : facts.getFirst().seq();
    }

    /// The number of the last fact; one less than [#firstSeq] if there is none.
    public long endSeq() {
        return firstSeq() + facts.size() - 1;
    }

    /// The facts after this one.
    public List<JournalRecord> after(long seq) {
        int from = Math.clamp(seq + 1 - firstSeq(), 0, facts.size());
        return facts.subList(from, facts.size());
    }

    /// The chain's hash after a fact that is kept, or before the first.
    public String hashAt(long seq) {
        return seq < firstSeq()
                ? prevHash
                : Chain.text(facts.get(Math.toIntExact(seq - firstSeq())).hash());
    }
}
