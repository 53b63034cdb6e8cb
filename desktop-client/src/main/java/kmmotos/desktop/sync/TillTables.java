package kmmotos.desktop.sync;

import java.util.function.Consumer;
import java.util.function.Function;

/// Where the till keeps its tables: a database, or in a simulation memory.
///
/// A transaction that returned survives the end of the program, but not always a power cut: then
/// the tables may be an older, whole state, or not open at all.
public interface TillTables {
    /// One transaction: it commits when the work returns and leaves nothing behind when it throws.
    /// Writers take turns.
    <T> T inTransaction(Function<SyncTables, T> work);

    /// Reads one consistent state, without waiting for a writer.
    <T> T read(Function<SyncTables, T> work);

    default void write(Consumer<SyncTables> work) {
        Boolean _ =
                inTransaction(tables -> {
                    work.accept(tables);
                    return Boolean.TRUE;
                });
    }
}
