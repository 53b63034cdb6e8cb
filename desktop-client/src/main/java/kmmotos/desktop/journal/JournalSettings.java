package kmmotos.desktop.journal;

import java.nio.file.Path;
import java.util.Optional;

/// Where a journal lies and how it takes room.
///
/// @param marker a file outside the data folder: it notices when the folder was set back
/// @param secondCopy a folder on another disk that gets the same facts a moment later
/// @param segmentBytes how much room is taken from the disk at a time
public record JournalSettings(
        Path folder, Path marker, Optional<Path> secondCopy, int segmentBytes, Disk disk) {
    public static final int SEGMENT_BYTES = 8 * 1024 * 1024;

    public static JournalSettings of(Path folder, Path marker) {
        return new JournalSettings(folder, marker, Optional.empty(), SEGMENT_BYTES, Disk.real());
    }

    public JournalSettings withSecondCopy(Path copy) {
        return new JournalSettings(folder, marker, Optional.of(copy), segmentBytes, disk);
    }
}
