package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.DiskFile;
import kmmotos.desktop.journal.FilterDisk;

/// The real disk, until a named point: there the whole process ends at once, as by `kill -9`.
final class DyingDisk extends FilterDisk {

    /// Where a till dies while it writes a sale down.
    enum Point {
        BEFORE_WRITE,
        HALF_WRITTEN,
        WRITTEN,
        FORCED
    }

    private final AtomicInteger left = new AtomicInteger(-1);
    private volatile Point point = Point.BEFORE_WRITE;

    DyingDisk() {
        super(Disk.real());
    }

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
        DiskFile opened = super.open(file, mode);
        return file.toString().endsWith(".seg") ? new Segment(opened) : opened;
    }

    private final class Segment extends File {
        Segment(DiskFile file) {
            super(file);
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            if (isNow(Point.BEFORE_WRITE)) {
                die();
            }
            if (isNow(Point.HALF_WRITTEN)) {
                super.write(bytes.slice(bytes.position(), bytes.remaining() / 2), at);
                die();
            }
            super.write(bytes, at);
            if (isNow(Point.WRITTEN)) {
                die();
            }
        }

        @Override
        public void force(boolean withLength) throws IOException {
            super.force(withLength);
            if (isNow(Point.FORCED)) {
                die();
            }
        }
    }
}
