package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// A disk that does what another one does, but for a fault in how it writes: to see what becomes of
/// a till whose disk fails.
public final class FaultyDisk implements Disk {
    private final Disk disk;
    private final Fault fault;

    public FaultyDisk(Disk disk, Fault fault) {
        this.disk = disk;
        this.fault = fault;
    }

    /// What happens between whoever writes and the file. What it leaves as it is works.
    public interface Fault {
        default void write(DiskFile file, ByteBuffer bytes, long at) throws IOException {
            file.write(bytes, at);
        }

        default void force(DiskFile file, boolean withLength) throws IOException {
            file.force(withLength);
        }

        /// Whether this file has it.
        default boolean concerns(Path file) {
            return true;
        }
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        DiskFile opened = disk.open(file, mode);
        return fault.concerns(file) ? new FaultyFile(opened, fault) : opened;
    }

    @Override
    public boolean exists(Path path) {
        return disk.exists(path);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        disk.createFolders(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        disk.syncFolder(folder);
    }

    private record FaultyFile(DiskFile file, Fault fault) implements DiskFile {

        @Override
        public int read(ByteBuffer into, long from) throws IOException {
            return file.read(into, from);
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            fault.write(file, bytes, at);
        }

        @Override
        public void force(boolean withLength) throws IOException {
            fault.force(file, withLength);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
