package kmmotos.desktop.sync;

import java.time.Clock;
import java.util.random.RandomGenerator;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.JournalSettings;
import kmmotos.model.stores.Till;

/// What a till's engine stands on. With a disk in memory, a clock and random numbers that are
/// given, it does the same each time.
///
/// @param journal where the journal lies, and the disk that all files are on
/// @param till which one it is
public record EnginePorts(
        TillFolder folder,
        JournalSettings journal,
        Till till,
        Clock clock,
        RandomGenerator random) {

    public Disk disk() {
        return journal.disk();
    }
}
