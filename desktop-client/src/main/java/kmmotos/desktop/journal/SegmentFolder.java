package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The segment files of one incarnation, `000001.seg` and so on. The one after the newest segment
/// is a spare: room already taken from the disk.
final class SegmentFolder {
    private static final String SUFFIX = ".seg";

    private final Path folder;
    private final JournalSettings settings;

    SegmentFolder(Path folder, JournalSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /// Opens and checks all segments; a damaged one is replaced by the second copy's, if that is
    /// whole.
    List<Segment> open(long safeSeq, Findings findings) throws IOException {
        List<Path> files = files();
        List<Segment> segments = new ArrayList<>();
        for (int i = files.size() - 1; i >= 0; i--) {
            boolean newest = segments.isEmpty();
            openOrRestore(files.get(i), newest, safeSeq, findings)
                    .ifPresent(segment -> segments.addFirst(segment));
        }
        checkJoints(segments);
        return segments;
    }

    private Optional<Segment> openOrRestore(
            Path file, boolean newest, long safeSeq, Findings findings) throws IOException {
        try {
            return Segment.open(settings.disk(), file, newest, safeSeq, findings);
        } catch (JournalDamaged damaged) {
            if (!restore(file)) {
                throw damaged;
            }
            findings.note("%s was damaged and was put back from the second copy".formatted(file));
            return Segment.open(settings.disk(), file, newest, safeSeq, findings);
        }
    }

    private boolean restore(Path file) throws IOException {
        Optional<Path> copy =
                settings.secondCopy()
                        .map(other -> other.resolve(folder.getFileName()))
                        .map(other -> other.resolve(file.getFileName()))
                        .filter(settings.disk()::exists);
        if (copy.isEmpty()) {
            return false;
        }
        settings.disk().copy(file, file.resolveSibling(file.getFileName() + ".damaged"));
        settings.disk().copy(copy.get(), file);
        return true;
    }

    private static void checkJoints(List<Segment> segments) {
        for (int i = 1; i < segments.size(); i++) {
            Segment before = segments.get(i - 1);
            SegmentHead head = segments.get(i).head();
            if (head.firstSeq() != before.lastSeq() + 1
                    || !head.prevHash().equals(Chain.text(before.lastHash()))) {
                throw new JournalDamaged(
                        segments.get(i).file(),
                        0,
                        before.lastSeq() + 1,
                        "it does not continue the segment before it");
            }
        }
    }

    /// Takes room for one more segment from the disk, unless a spare is there already.
    void keepSpare(List<Segment> segments) throws IOException {
        Path spare = fileAfter(segments);
        if (!settings.disk().exists(spare)) {
            Segment.preallocate(settings.disk(), spare, settings.segmentBytes());
        }
    }

    boolean hasSpare(List<Segment> segments) {
        return settings.disk().exists(fileAfter(segments));
    }

    Segment begin(List<Segment> segments, SegmentHead head) throws IOException {
        settings.disk().createFolders(folder);
        keepSpare(segments);
        return Segment.begin(settings.disk(), fileAfter(segments), head);
    }

    /// Deletes the oldest segment, durably before the next one is: no later one may go first.
    void delete(Segment segment) throws IOException {
        segment.close();
        settings.disk().delete(segment.file());
        settings.disk().syncFolder(folder);
    }

    void deleteAll() throws IOException {
        for (Path file : files()) {
            settings.disk().delete(file);
        }
    }

    List<Path> files() throws IOException {
        return settings.disk().list(folder).stream()
                .filter(file -> file.toString().endsWith(SUFFIX))
                .toList();
    }

    private Path fileAfter(List<Segment> segments) {
        int last = segments.isEmpty() ? 0 : number(segments.getLast().file());
        return folder.resolve("%06d%s".formatted(last + 1, SUFFIX));
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.length() - SUFFIX.length()));
    }
}
