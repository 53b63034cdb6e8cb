package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The last place the journal was seen at, in a file of its own outside the data folder. It is
/// written after every fact but not forced: it may say less than the truth, never more.
final class Marker implements AutoCloseable {
    private final DiskFile file;

    private Marker(DiskFile file) {
        this.file = file;
    }

    static Marker open(Disk disk, Path path) throws IOException {
        disk.createFolders(Disk.folderOf(path));
        return new Marker(disk.open(path, Disk.Mode.CREATE));
    }

    void write(Place place) throws IOException {
        file.write(ByteBuffer.wrap(place.line().getBytes(StandardCharsets.US_ASCII)), 0);
    }

    void force() throws IOException {
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
