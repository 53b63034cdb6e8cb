package kmmotos.simulation;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.sync.SyncServer;
import kmmotos.desktop.sync.TillTables;
import kmmotos.server.sync.ServerStore;
import kmmotos.simulation.disk.MemoryDisk;
import kmmotos.simulation.server.MemoryStore;
import kmmotos.simulation.server.SharedUploads;
import kmmotos.simulation.server.Uploader;

/// The ports of both engines as they are, or broken on purpose, to see that the checks notice.
///
/// @param disk what a till's journal gets for a disk
/// @param tables what a till gets for tables
/// @param line what a till gets for a line
/// @param store what the server gets for a store
/// @param uploads what takes the uploads in
/// @param races whether web orders read the stock first and reserve later
public record Variant(
        Function<MemoryDisk, Disk> disk,
        UnaryOperator<TillTables> tables,
        UnaryOperator<SyncServer> line,
        Function<MemoryStore, ServerStore> store,
        BiFunction<ServerStore, MemoryStore, Uploader> uploads,
        boolean races) {

    public static final Variant REAL =
            new Variant(
                    disk -> disk,
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    store -> store,
                    (store, _) -> new SharedUploads(store),
                    false);

    public Variant withDisk(Function<MemoryDisk, Disk> broken) {
        return new Variant(broken, tables, line, store, uploads, races);
    }

    public Variant withTables(UnaryOperator<TillTables> broken) {
        return new Variant(disk, broken, line, store, uploads, races);
    }

    public Variant withLine(UnaryOperator<SyncServer> broken) {
        return new Variant(disk, tables, broken, store, uploads, races);
    }

    public Variant withStore(Function<MemoryStore, ServerStore> broken) {
        return new Variant(disk, tables, line, broken, uploads, races);
    }

    public Variant withUploads(BiFunction<ServerStore, MemoryStore, Uploader> broken) {
        return new Variant(disk, tables, line, store, broken, races);
    }

    public Variant withRaces() {
        return new Variant(disk, tables, line, store, uploads, true);
    }
}
