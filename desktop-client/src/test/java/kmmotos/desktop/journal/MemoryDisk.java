package kmmotos.desktop.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// A disk in memory that keeps to what [Disk] promises and to nothing more: at a power cut each
/// write that was not forced, and each name that was not, is kept, torn or lost by chance.
public final class MemoryDisk implements Disk {
    /// The power is cut.
    public static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Write(long at, byte[] bytes) {}

    /// A name that now stands for a file, or for none.
    private record Naming(Map<Path, Content> names) {}

    private final Map<Path, Content> files = new TreeMap<>();
    private final Map<Path, Content> durable = new TreeMap<>();
    private final Map<Path, List<Naming>> unsynced = new HashMap<>();
    private final Set<Path> folders = new TreeSet<>();
    private int stepsLeft = Integer.MAX_VALUE;

    /// Cuts the power at the step after so many: a write, a force, a new name.
    public void cutAfter(int steps) {
        stepsLeft = steps;
    }

    private void step() {
        if (stepsLeft-- <= 0) {
            stepsLeft = 0;
            throw new PowerCut();
        }
    }

    /// The disk as it is found when the power is back.
    public MemoryDisk afterPowerCut(RandomGenerator chance) {
        MemoryDisk found = new MemoryDisk();
        found.folders.addAll(folders);
        Map<Path, Content> names = new TreeMap<>(durable);
        for (List<Naming> namings : unsynced.values()) {
            for (Naming naming : namings) {
                if (chance.nextBoolean()) {
                    naming.names.forEach((path, content) -> put(names, path, content));
                }
            }
        }
        names.forEach((path, content) -> {
            Content survived = found.new Content(content.afterPowerCut(chance));
            found.files.put(path, survived);
            found.durable.put(path, survived);
        });
        return found;
    }

    private static void put(Map<Path, Content> names, Path path, Content content) {
        if (content.isGone) {
            names.remove(path);
        } else {
            names.put(path, content);
        }
    }

    private void name(Map<Path, Content> changes) {
        changes.forEach((path, content) -> put(files, path, content));
        Path folder = changes.keySet().iterator().next().getParent();
        unsynced.computeIfAbsent(folder, _ -> new ArrayList<>()).add(new Naming(changes));
    }

    @Override
    public DiskFile open(Path path, Mode mode) throws IOException {
        Content there = files.get(path);
        if (mode == (there == null ? Mode.EXISTING : Mode.CREATE_NEW)) {
            throw new IOException("no such file, or one already: " + path);
        }
        if (there == null || mode == Mode.REPLACE) {
            step();
            there = new Content(new byte[0]);
            name(Map.of(path, there));
        }
        return there;
    }

    @Override
    public boolean exists(Path path) {
        return files.containsKey(path) || folders.contains(path);
    }

    @Override
    public List<Path> list(Path folder) {
        return files.keySet().stream().filter(path -> folder.equals(path.getParent())).toList();
    }

    @Override
    public void createFolders(Path folder) {
        for (Path each = folder; each != null; each = each.getParent()) {
            folders.add(each);
        }
    }

    @Override
    public void delete(Path file) {
        step();
        if (files.containsKey(file)) {
            name(Map.of(file, gone()));
        }
    }

    private Content gone() {
        Content gone = new Content(new byte[0]);
        gone.isGone = true;
        return gone;
    }

    @Override
    public void move(Path from, Path to) {
        step();
        name(Map.of(to, files.get(from), from, gone()));
    }

    @Override
    public void syncFolder(Path folder) {
        step();
        unsynced.getOrDefault(folder, List.of())
                .forEach(naming ->
                        naming.names.forEach((path, content) -> put(durable, path, content)));
        unsynced.remove(folder);
    }

    private final class Content implements DiskFile {
        private final List<Write> unforced = new ArrayList<>();
        private byte[] forced;
        private byte[] now;
        private boolean isGone;

        Content(byte[] bytes) {
            forced = bytes;
            now = bytes.clone();
        }

        byte[] afterPowerCut(RandomGenerator chance) {
            byte[] found = forced.clone();
            for (Write write : unforced) {
                int kept = chance.nextInt(3) == 0 ? chance.nextInt(write.bytes.length + 1) : 0;
                kept = chance.nextInt(3) == 0 ? write.bytes.length : kept;
                found = written(found, write.at, Arrays.copyOf(write.bytes, kept));
            }
            return found;
        }

        private static byte[] written(byte[] into, long at, byte[] bytes) {
            int end = Math.toIntExact(at + bytes.length);
            byte[] grown = bytes.length > 0 && end > into.length ? Arrays.copyOf(into, end) : into;
            System.arraycopy(bytes, 0, grown, bytes.length > 0 ? (int) at : 0, bytes.length);
            return grown;
        }

        @Override
        public int read(ByteBuffer into, long from) {
            int length = (int) Math.min(into.remaining(), now.length - from);
            if (length <= 0) {
                return -1;
            }
            into.put(now, (int) from, length);
            return length;
        }

        @Override
        public void write(ByteBuffer bytes, long at) {
            byte[] written = new byte[bytes.remaining()];
            bytes.get(written);
            now = written(now, at, written);
            unforced.add(new Write(at, written));
            step();
        }

        @Override
        public void force(boolean withLength) {
            step();
            forced = now.clone();
            unforced.clear();
        }

        @Override
        public long size() {
            return now.length;
        }

        @Override
        public void close() {}
    }
}
