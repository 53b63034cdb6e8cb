package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.DiskFile;

/// The real disk, until a named point: there the whole process ends at once, as by `kill -9`.
final class DyingDisk implements Disk {

    /// Where a till dies while it writes a sale down.
    enum Point {
        BEFORE_WRITE,
        HALF_WRITTEN,
        WRITTEN,
        FORCED
    }

    private final Disk disk = Disk.real();
    private final AtomicInteger left = new AtomicInteger(-1);
    private volatile Point point = Point.BEFORE_WRITE;

    /// From the n-th write to the journal on; 1 is the next.
    void dieAt(String name, int n) {
        point = Point.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        left.set(n);
    }

    private boolean isNow(Point here) {
        return here == point && left.get() > 0 && left.decrementAndGet() == 0;
    }

    private static void die() {
        Runtime.getRuntime().halt(137);
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        DiskFile opened = disk.open(file, mode);
        return file.toString().endsWith(".seg") ? new Segment(opened) : opened;
    }

    private final class Segment implements DiskFile {
        private final DiskFile file;

        Segment(DiskFile file) {
            this.file = file;
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            if (isNow(Point.BEFORE_WRITE)) {
                die();
            }
            if (isNow(Point.HALF_WRITTEN)) {
                file.write(bytes.slice(bytes.position(), bytes.remaining() / 2), at);
                die();
            }
            file.write(bytes, at);
            if (isNow(Point.WRITTEN)) {
                die();
            }
        }

        @Override
        public void force(boolean withLength) throws IOException {
            file.force(withLength);
            if (isNow(Point.FORCED)) {
                die();
            }
        }

        @Override
        public int read(ByteBuffer into, long from) throws IOException {
            return file.read(into, from);
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
}
