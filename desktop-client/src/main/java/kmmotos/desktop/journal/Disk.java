package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/// Where the journal's bytes go: a real disk, or in tests one that fails on purpose.
public interface Disk {
    FileChannel open(Path file, OpenOption... options) throws IOException;

    /// Makes the names in this folder durable: a new file may otherwise vanish in a power cut.
    void syncFolder(Path folder) throws IOException;

    static Disk real() {
        return new RealDisk();
    }
}
