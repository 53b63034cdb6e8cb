package kmmotos.server.sync;

import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.function.Function;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.StorageFailed;

/// The sync's store in PostgreSQL.
public final class DatabaseStore implements ServerStore {

    /// A till's row that somebody holds must not hold up all others: theirs are tried alone then,
    /// and the one till is told to try again.
    private static final String LIMIT_LOCKS = "select set_config('lock_timeout', '10s', true)";

    private final Database database;
    private final List<Effect> effects;
    private final List<SnapshotPart> parts;

    public DatabaseStore(Database database, List<Effect> effects, List<SnapshotPart> parts) {
        this.database = database;
        this.effects = List.copyOf(effects);
        this.parts = List.copyOf(parts);
    }

    @Override
    public <T> T inTransaction(Caller caller, Function<SyncTables, T> work) {
        try {
            return database.inTransaction(
                    caller,
                    session -> {
                        Sql.first(session, LIMIT_LOCKS, _ -> true);
                        return work.apply(new DatabaseTables(session, effects, parts));
                    });
        } catch (StorageFailed
                | PersistenceException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw refused(e);
        }
    }

    @Override
    public <T> T inSnapshot(Caller caller, Function<SyncTables, T> work) {
        return database.inSnapshot(
                caller, session -> work.apply(new DatabaseTables(session, effects, parts)));
    }

    /// A lost connection is nobody's bad event: the till sends the batch again.
    static RuntimeException refused(RuntimeException e) {
        boolean isDatabase =
                StorageFailed.isDatabaseAway(e)
                        || StorageFailed.sqlState(e)
                                .filter(state -> state.startsWith("40") || state.startsWith("55"))
                                .isPresent();
        return isDatabase ? e : new DataRefused(reason(e), e);
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("unknown");
    }
}
