package kmmotos.simulation.disk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// A file as its readers see it, and as it lies on the disk.
final class MemoryFile {

    private static final int SECTOR = 512;

    private record Written(int from, int to) {}

    private byte[] seen = new byte[0];
    private byte[] safe = new byte[0];
    private boolean areShared;
    private final List<Written> unsafe = new ArrayList<>();

    int size() {
        return seen.length;
    }

    int read(ByteBuffer into, int from) {
        if (from >= seen.length) {
            return -1;
        }
        int count = Math.min(into.remaining(), seen.length - from);
        into.put(seen, from, count);
        return count;
    }

    /// Copies share their bytes until one of them changes.
    private void beforeChange() {
        if (areShared) {
            seen = seen.clone();
            safe = safe.clone();
            areShared = false;
        }
    }

    void write(ByteBuffer bytes, int at) {
        beforeChange();
        int to = at + bytes.remaining();
        if (to > seen.length) {
            seen = Arrays.copyOf(seen, to);
        }
        bytes.get(seen, at, bytes.remaining());
        unsafe.add(new Written(at, to));
    }

    void empty() {
        seen = new byte[0];
        safe = new byte[0];
        unsafe.clear();
    }

    void force() {
        unsafe.forEach(written -> keep(written.from(), written.to()));
        unsafe.clear();
    }

    /// As some systems do after a failed fsync: what was not written is taken for written.
    void forgetUnsafe() {
        unsafe.clear();
    }

    private void keep(int from, int to) {
        beforeChange();
        if (to > safe.length) {
            safe = Arrays.copyOf(safe, to);
        }
        System.arraycopy(seen, from, safe, from, to - from);
    }

    /// What was not forced survives wholly, up to some sector, or not at all, in any order.
    void losePower(RandomGenerator random) {
        for (Written written : unsafe) {
            switch (random.nextInt(3)) {
                case 0 -> keep(written.from(), written.to());
                case 1 -> keep(written.from(), torn(written, random));
                default -> {}
            }
        }
        unsafe.clear();
        seen = safe.clone();
    }

    private static int torn(Written written, RandomGenerator random) {
        int sectors = (written.to() - written.from() + SECTOR - 1) / SECTOR;
        int boundary = (written.from() / SECTOR + random.nextInt(sectors + 1)) * SECTOR;
        return Math.clamp(boundary, written.from(), written.to());
    }

    /// A cosmic ray, a bad cell.
    void flipBit(int at, int bit) {
        beforeChange();
        seen[at] ^= (byte) (1 << bit);
        if (at < safe.length) {
            safe[at] = seen[at];
        }
    }

    MemoryFile copy() {
        MemoryFile copy = new MemoryFile();
        copy.seen = seen;
        copy.safe = safe;
        copy.areShared = true;
        areShared = true;
        copy.unsafe.addAll(unsafe);
        return copy;
    }
}
