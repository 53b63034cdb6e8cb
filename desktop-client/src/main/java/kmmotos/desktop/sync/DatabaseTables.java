package kmmotos.desktop.sync;

import java.util.function.Function;
import kmmotos.desktop.storage.TillDatabase;

/// The till's tables in its database.
public record DatabaseTables(TillDatabase database, Stores stores) implements TillTables {
    @Override
    public <T> T inTransaction(Function<SyncTables, T> work) {
        return database.inTransaction(session -> work.apply(new SessionTables(session, stores)));
    }

    @Override
    public <T> T read(Function<SyncTables, T> work) {
        return database.read(session -> work.apply(new SessionTables(session, stores)));
    }
}
