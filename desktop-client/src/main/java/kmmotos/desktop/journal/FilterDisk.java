package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// A disk that does what another one does; a subclass changes some of it, to see what becomes of a
/// till whose disk fails.
public class FilterDisk implements Disk {
    private final Disk disk;

    protected FilterDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return disk.open(file, mode);
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

    /// An open file that does what another one does.
    public static class File implements DiskFile {
        private final DiskFile file;

        protected File(DiskFile file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer into, long from) throws IOException {
            return file.read(into, from);
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            file.write(bytes, at);
        }

        @Override
        public void force(boolean withLength) throws IOException {
            file.force(withLength);
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
