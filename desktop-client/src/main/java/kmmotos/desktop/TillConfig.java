package kmmotos.desktop;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.JournalSettings;
import kmmotos.desktop.neighbours.NeighbourSettings;
import kmmotos.desktop.sync.EnginePorts;
import kmmotos.desktop.sync.TillFolder;

/// What a till is opened with.
///
/// @param secondCopy a folder on another disk for a second copy of the journal
/// @param segmentBytes how much room the journal takes from the disk at a time
/// @param neighbours how it looks for the other tills of its shop
/// @param training nothing that happens at it is real, and nobody hears of it
public record TillConfig(
        TillFolder folder,
        Optional<Path> secondCopy,
        int segmentBytes,
        Disk disk,
        Clock clock,
        RandomGenerator random,
        NeighbourSettings neighbours,
        boolean training) {

    public static TillConfig of(Path root) {
        return new TillConfig(
                TillFolder.at(root),
                Optional.empty(),
                JournalSettings.SEGMENT_BYTES,
                Disk.real(),
                Clock.systemUTC(),
                new SecureRandom(),
                NeighbourSettings.OFF,
                false);
    }

    public TillConfig withSecondCopy(Path copy) {
        return new TillConfig(
                folder, Optional.of(copy), segmentBytes, disk, clock, random, neighbours, training);
    }

    public TillConfig withClock(Clock other) {
        return new TillConfig(
                folder, secondCopy, segmentBytes, disk, other, random, neighbours, training);
    }

    public TillConfig withDisk(Disk other, int bytes) {
        return new TillConfig(
                folder, secondCopy, bytes, other, clock, random, neighbours, training);
    }

    public TillConfig withNeighbours(NeighbourSettings other) {
        return new TillConfig(
                folder, secondCopy, segmentBytes, disk, clock, random, other, training);
    }

    /// The same till as people practise at it: in a folder of its own, alone.
    TillConfig inTraining(TillFolder other) {
        return new TillConfig(
                other,
                Optional.empty(),
                segmentBytes,
                disk,
                clock,
                random,
                NeighbourSettings.OFF,
                true);
    }

    /// @param till the one that is enrolled in the folder
    EnginePorts engine(kmmotos.model.stores.Till till) {
        return new EnginePorts(folder, journal(), till, clock, random);
    }

    public JournalSettings journal() {
        return new JournalSettings(
                folder.journal(), folder.marker(), secondCopy, segmentBytes, disk);
    }
}
