package kmmotos.installers.drill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import kmmotos.desktop.journal.DiskFile;
import kmmotos.desktop.journal.FaultyDisk;

/// The whole process ends at once, as by `kill -9`, at a named point of writing to the journal.
final class Death implements FaultyDisk.Fault {

    /// Where a till dies while it writes a sale down.
    enum Point {
        BEFORE_WRITE,
        HALF_WRITTEN,
        WRITTEN,
        FORCED
    }

    private final AtomicInteger left = new AtomicInteger(-1);
    private volatile Point point = Point.BEFORE_WRITE;

    /// From the n-th write to the journal on; 1 is the next.
    void comeAt(String name, int n) {
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
    public boolean concerns(Path file) {
        return file.toString().endsWith(".seg");
    }

    @Override
    public void write(DiskFile file, ByteBuffer bytes, long at) throws IOException {
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
    public void force(DiskFile file, boolean withLength) throws IOException {
        file.force(withLength);
        if (isNow(Point.FORCED)) {
            die();
        }
    }
}
