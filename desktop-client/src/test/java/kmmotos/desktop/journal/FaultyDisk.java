package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// A real disk that fails when told to.
public final class FaultyDisk implements Disk {
    private final Disk real = Disk.real();
    private boolean isFull;
    private boolean forceFails;
    private int forced;

    public void fill() {
        isFull = true;
    }

    public void makeRoom() {
        isFull = false;
    }

    public void failForce() {
        forceFails = true;
    }

    public int forced() {
        return forced;
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        return new FaultyFile(real.open(file, mode));
    }

    @Override
    public boolean exists(Path path) {
        return real.exists(path);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return real.list(folder);
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        real.createFolders(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        real.delete(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        real.move(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        real.syncFolder(folder);
    }

    private final class FaultyFile implements DiskFile {
        private final DiskFile file;

        FaultyFile(DiskFile file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer into, long from) throws IOException {
            return file.read(into, from);
        }

        /// A full disk still takes bytes where the file already has room.
        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            if (isFull && at + bytes.remaining() > file.size()) {
                throw new IOException("No space left on device");
            }
            file.write(bytes, at);
        }

        @Override
        public void force(boolean withLength) throws IOException {
            if (forceFails) {
                throw new IOException("Input/output error");
            }
            forced++;
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
