package kmmotos.simulation;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.TillTables;
import kmmotos.server.leases.LeaseTables;
import kmmotos.server.sync.ServerStore;
import kmmotos.simulation.disk.MemoryDisk;
import kmmotos.simulation.server.MemoryStore;
import kmmotos.simulation.server.SharedUploads;
import kmmotos.simulation.server.Uploader;
import kmmotos.simulation.till.Line;

/// The ports of both engines as they are, or broken on purpose, to see that the checks notice.
///
/// @param disk what a till's journal gets for a disk
/// @param tables what a till gets for tables
/// @param line what a till gets for a line
/// @param store what the server gets for a store
/// @param uploads what takes the uploads in
/// @param leases what the server grants leases from
/// @param book what a till's counter gets leases from
/// @param races whether web orders read the stock first and reserve later
public record Variant(
        Function<MemoryDisk, Disk> disk,
        UnaryOperator<TillTables> tables,
        UnaryOperator<Line> line,
        Function<MemoryStore, ServerStore> store,
        BiFunction<ServerStore, MemoryStore, Uploader> uploads,
        UnaryOperator<LeaseTables> leases,
        BiFunction<LeaseBook, LeaseServer, LeaseBook> book,
        boolean races) {

    public static final Variant REAL =
            new Variant(
                    disk -> disk,
                    UnaryOperator.identity(),
                    UnaryOperator.identity(),
                    store -> store,
                    (store, _) -> new SharedUploads(store),
                    UnaryOperator.identity(),
                    (book, _) -> book,
                    false);

    public Variant withDisk(Function<MemoryDisk, Disk> broken) {
        return new Variant(broken, tables, line, store, uploads, leases, book, races);
    }

    public Variant withTables(UnaryOperator<TillTables> broken) {
        return new Variant(disk, broken, line, store, uploads, leases, book, races);
    }

    public Variant withLine(UnaryOperator<Line> broken) {
        return new Variant(disk, tables, broken, store, uploads, leases, book, races);
    }

    public Variant withStore(Function<MemoryStore, ServerStore> broken) {
        return new Variant(disk, tables, line, broken, uploads, leases, book, races);
    }

    public Variant withUploads(BiFunction<ServerStore, MemoryStore, Uploader> broken) {
        return new Variant(disk, tables, line, store, broken, leases, book, races);
    }

    public Variant withLeases(UnaryOperator<LeaseTables> broken) {
        return new Variant(disk, tables, line, store, uploads, broken, book, races);
    }

    public Variant withBook(BiFunction<LeaseBook, LeaseServer, LeaseBook> broken) {
        return new Variant(disk, tables, line, store, uploads, leases, broken, races);
    }

    public Variant withRaces() {
        return new Variant(disk, tables, line, store, uploads, leases, book, true);
    }
}
