package kmmotos.simulation.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.desktop.storage.Sql;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.desktop.sync.DatabaseTables;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.till.SimulatedTables;
import kmmotos.simulation.till.TillState;
import org.jspecify.annotations.Nullable;

/// A till's real tables in a real H2 file.
///
/// The file is copied after each commit, and a power cut leaves an older copy behind. The end of
/// the program keeps every commit: it closes the file, because H2 in this process can't be killed.
final class FileTables implements SimulatedTables {

    private static final String KEY = "a key for runs";
    private static final String ENDING = ".mv.db";

    private record FileCopy(Path file) implements Copy {}

    private final Path folder;
    private final Path database;
    private final CrashPoints points;
    private final kmmotos.desktop.sync.Stores stores = kmmotos.desktop.sync.Stores.create();
    private final TreeMap<Long, Path> copies = new TreeMap<>();
    private @Nullable TillDatabase open;
    private Optional<TillState> known = Optional.empty();
    private long version;
    private long kept;

    FileTables(Path folder, CrashPoints points) {
        this.folder = folder;
        this.database = folder.resolve("till");
        this.points = points;
    }

    @Override
    public void boot() {
        end();
        open =
                TillDatabase.openOrPutAside(
                        database, KEY, kmmotos.desktop.sync.Stores.rows(), _ -> {});
        if (copies.isEmpty()) {
            keepCopy();
        }
    }

    @Override
    public void end() {
        TillDatabase running = open;
        if (running != null) {
            open = null;
            running.close();
        }
    }

    @Override
    public <T> T inTransaction(Function<SyncTables, T> work) {
        T answer =
                tables().inTransaction(tables -> {
                    T result = work.apply(tables);
                    points.reached("tables before commit");
                    return result;
                });
        version++;
        known = Optional.empty();
        keepCopy();
        points.reached("tables after commit");
        return answer;
    }

    @Override
    public <T> T read(Function<SyncTables, T> work) {
        return tables().read(work);
    }

    private DatabaseTables tables() {
        return new DatabaseTables(opened(), stores);
    }

    private TillDatabase opened() {
        TillDatabase running = open;
        if (running == null) {
            throw new IllegalStateException("the till's program does not run");
        }
        return running;
    }

    @Override
    public void losePower(RandomGenerator random) {
        if (copies.isEmpty()) {
            long _ = random.nextLong(1);
            return;
        }
        long lost = random.nextLong(version - copies.firstKey() + 1);
        version -= lost;
        copies.tailMap(version, false).clear();
        known = Optional.empty();
        if (lost > 0) {
            putBack(copies.lastEntry().getValue());
        }
    }

    /// What is written over it is no database.
    @Override
    public void beginEmpty() {
        forget();
        try {
            Files.writeString(file(), "no database ".repeat(2_000), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Copy copy() {
        Path source = copies.isEmpty() ? file() : copies.lastEntry().getValue();
        Path copy = fresh();
        if (Files.exists(source)) {
            copied(source, copy);
        }
        return new FileCopy(copy);
    }

    @Override
    public void restore(Copy copy) {
        forget();
        Path source = ((FileCopy) copy).file();
        if (Files.exists(source)) {
            putBack(source);
            Path first = fresh();
            copied(source, first);
            copies.put(0L, first);
        }
    }

    @Override
    public TillState state() {
        if (known.isEmpty()) {
            boolean isDown = open == null;
            if (isDown) {
                boot();
            }
            known = Optional.of(StoredTill.read(opened(), stores));
            if (isDown) {
                end();
            }
        }
        return known.get();
    }

    @Override
    public void close() {
        end();
    }

    private void forget() {
        copies.clear();
        version = 0;
        known = Optional.empty();
    }

    /// H2 also writes by itself now and then, to tidy up. What was read twice the same was not
    /// written to in between, and so is what the file was at one moment.
    private void keepCopy() {
        opened().write(session -> Sql.run(session, "checkpoint"));
        byte[] first = bytes(file());
        byte[] again = bytes(file());
        while (!Arrays.equals(first, again)) {
            first = again;
            again = bytes(file());
        }
        Path copy = fresh();
        write(copy, again);
        copies.put(version, copy);
        copies.headMap(version - MAX_LOST, false).clear();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Path _ = Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void putBack(Path copy) {
        copied(copy, file());
    }

    private Path file() {
        return folder.resolve("till" + ENDING);
    }

    private Path fresh() {
        return folder.resolve("copy-" + kept++);
    }

    private static void copied(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Path _ = Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
