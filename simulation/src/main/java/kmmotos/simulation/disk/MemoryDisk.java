package kmmotos.simulation.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.journal.DiskFile;
import kmmotos.simulation.faults.CrashPoints;
import org.jspecify.annotations.Nullable;

/// A till's disk. Bytes are safe once forced, names once their folder is synced; what a power cut
/// takes of the rest is up to the seed. Names changed since the last sync survive up to some point,
/// as with a file system that journals its own changes.
public final class MemoryDisk implements Disk {

    /// How the disk misbehaves at present.
    public enum Health {
        WELL,
        FULL,
        READ_ONLY,
        CANNOT_FORCE
    }

    private final CrashPoints points;
    private Map<Path, MemoryFile> files = new TreeMap<>();
    private Map<Path, MemoryFile> safeNames = new TreeMap<>();
    private final List<Consumer<Map<Path, MemoryFile>>> unsafeNames = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private Health health = Health.WELL;
    private long bootedTimes;

    public MemoryDisk(CrashPoints points) {
        this.points = points;
    }

    public void become(Health now) {
        health = now;
    }

    public Health health() {
        return health;
    }

    /// Only the program ended: what it had written stays.
    public void boot() {
        bootedTimes++;
    }

    /// The machine lost power.
    public void losePower(RandomGenerator random) {
        int surviving = unsafeNames.isEmpty() ? 0 : random.nextInt(unsafeNames.size() + 1);
        unsafeNames.subList(0, surviving).forEach(change -> change.accept(safeNames));
        unsafeNames.clear();
        files = new TreeMap<>(safeNames);
        files.values().stream().distinct().forEach(file -> file.losePower(random));
        boot();
    }

    /// What is on the disk now, for a backup or a clone.
    public MemoryDisk image(CrashPoints others) {
        MemoryDisk image = new MemoryDisk(others);
        files.forEach((path, file) -> image.files.put(path, file.copy()));
        image.safeNames = new TreeMap<>(image.files);
        image.folders.addAll(folders);
        return image;
    }

    /// Puts everything below this folder back to what an image holds.
    public void restore(Path folder, MemoryDisk image) {
        files.keySet().removeIf(path -> path.startsWith(folder));
        image.files.forEach((path, file) -> {
            if (path.startsWith(folder)) {
                files.put(path, file.copy());
            }
        });
        unsafeNames.clear();
        safeNames = new TreeMap<>(files);
        boot();
    }

    /// Flips one bit of one file whose name ends so; answers which file, if there is one.
    public Optional<Path> flipBit(String suffix, RandomGenerator random) {
        List<Path> candidates =
                files.entrySet().stream()
                        .filter(file -> file.getKey().toString().endsWith(suffix))
                        .filter(file -> file.getValue().size() > 0)
                        .map(Map.Entry::getKey)
                        .toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Path path = candidates.get(random.nextInt(candidates.size()));
        MemoryFile file = file(path);
        file.flipBit(random.nextInt(file.size()), random.nextInt(8));
        return Optional.of(path);
    }

    private MemoryFile file(Path path) {
        @Nullable MemoryFile file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("no file " + path);
        }
        return file;
    }

    @Override
    public DiskFile open(Path file, Mode mode) throws IOException {
        points.reached("disk open");
        @Nullable MemoryFile there = files.get(file);
        if (there == null && mode == Mode.EXISTING) {
            throw new FileNotFoundException(file.toString());
        }
        if (there != null && mode == Mode.CREATE_NEW) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (there == null) {
            refuseChanges();
            there = new MemoryFile();
            MemoryFile made = there;
            rename(names -> names.put(file, made));
        } else if (mode == Mode.REPLACE) {
            refuseChanges();
            there.empty();
        }
        return new OpenFile(there, bootedTimes);
    }

    private void rename(Consumer<Map<Path, MemoryFile>> change) {
        change.accept(files);
        unsafeNames.add(change);
    }

    private void refuseChanges() throws IOException {
        switch (health) {
            case FULL -> throw new IOException("No space left on device");
            case READ_ONLY -> throw new IOException("Read-only file system");
            case WELL, CANNOT_FORCE -> {}
        }
    }

    @Override
    public boolean exists(Path path) {
        return files.containsKey(path) || folders.contains(path);
    }

    @Override
    public List<Path> list(Path folder) {
        return files.keySet().stream()
                .map(path -> childOf(folder, path))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Path> childOf(Path folder, Path path) {
        return path.startsWith(folder) && path.getNameCount() > folder.getNameCount()
                ? Optional.of(folder.resolve(path.getName(folder.getNameCount())))
                : Optional.empty();
    }

    @Override
    public void createFolders(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            refuseChanges();
            folders.add(folder);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        points.reached("disk delete");
        if (health == Health.READ_ONLY) {
            refuseChanges();
        }
        rename(names -> names.remove(file));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        points.reached("disk move");
        if (health == Health.READ_ONLY) {
            refuseChanges();
        }
        MemoryFile moved = file(from);
        rename(names -> {
            names.remove(from);
            names.put(to, moved);
        });
        points.reached("disk moved");
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        points.reached("disk sync folder");
        if (health == Health.CANNOT_FORCE) {
            throw new IOException("Input/output error");
        }
        unsafeNames.clear();
        safeNames = new TreeMap<>(files);
        points.reached("disk synced folder");
    }

    private final class OpenFile implements DiskFile {
        private final MemoryFile file;
        private final long boot;

        OpenFile(MemoryFile file, long boot) {
            this.file = file;
            this.boot = boot;
        }

        private void check() {
            if (boot != bootedTimes) {
                throw new IllegalStateException("a file of a program that has ended");
            }
        }

        @Override
        public int read(ByteBuffer into, long from) {
            check();
            return file.read(into, Math.toIntExact(from));
        }

        @Override
        public void write(ByteBuffer bytes, long at) throws IOException {
            check();
            points.reached("disk write");
            if (health == Health.READ_ONLY || at + bytes.remaining() > file.size()) {
                refuseChanges();
            }
            file.write(bytes, Math.toIntExact(at));
            points.reached("disk written");
        }

        @Override
        public void force(boolean withLength) throws IOException {
            check();
            points.reached("disk force");
            if (health == Health.CANNOT_FORCE) {
                file.forgetUnsafe();
                throw new IOException("Input/output error");
            }
            file.force();
            points.reached("disk forced");
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public void close() {
            // Closing forces nothing.
        }
    }
}
