package kmmotos.simulation.stores;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Json;
import kmmotos.server.SyncFeatures;
import kmmotos.server.leases.DatabaseLeases;
import kmmotos.server.leases.LeaseTables;
import kmmotos.server.pricing.PriceStore;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.storage.StorageFailed;
import kmmotos.server.sync.ServerStore;
import kmmotos.server.sync.SyncTables;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.server.ChainTables;
import kmmotos.simulation.server.ServerSide;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.StreamKey;
import kmmotos.simulation.server.SharedUploads;
import kmmotos.simulation.server.Uploader;

/// The server's real store with its real effects on a PostgreSQL, in a database of its own.
///
/// Triggers note how to undo each change, so that the database can be set back to any of its
/// transactions, as from a log archive.
final class DatabaseSide implements ServerSide, ServerStore {

    private static final Caller HEAD_OFFICE = new Caller.Server("head office");
    private static final int CONNECTIONS = 2;

    private final Database database;
    private final Connection underneath;
    private final ServerStore store;
    private final Uploader uploads;
    private final CrashPoints points;
    private long version;
    private Optional<ServerState> known = Optional.empty();

    private DatabaseSide(
            Database database, Connection underneath, ServerStore store, CrashPoints points) {
        this.database = database;
        this.underneath = underneath;
        this.store = store;
        this.points = points;
        this.uploads = new SharedUploads(this);
    }

    /// @param name of a database that knows the shops and tills, and nothing else
    static DatabaseSide open(Postgres postgres, String name, CrashPoints points, Clock clock) {
        Database database = database(postgres, name);
        try {
            return new DatabaseSide(
                    database, postgres.connect(name), SyncFeatures.store(database, clock), points);
        } catch (SQLException e) {
            database.close();
            throw new StorageFailed("no connection to " + name, e);
        }
    }

    static Database database(Postgres postgres, String name) {
        return Database.open(
                postgres.address(name), CONNECTIONS, SyncFeatures.ROWS, new SimpleMeterRegistry());
    }

    @Override
    public ServerStore store() {
        return this;
    }

    @Override
    public Uploader uploads() {
        return uploads;
    }

    @Override
    public <T> T inTransaction(Caller caller, Function<SyncTables, T> work) {
        begin();
        T answer = store.inTransaction(caller, tables -> stopping(work.apply(tables)));
        committed();
        return answer;
    }

    @Override
    public <T> T inTransaction(Function<ChainTables, T> work) {
        begin();
        T answer =
                database.inTransaction(
                        HEAD_OFFICE,
                        session -> stopping(work.apply(new DatabaseChainTables(session))));
        committed();
        return answer;
    }

    @Override
    public <T> T onLeases(Till till, Function<LeaseTables, T> work) {
        begin();
        T answer =
                database.inTransaction(
                        new Caller.Device(till.deviceId(), till.storeId()),
                        session -> stopping(work.apply(new DatabaseLeases(session))));
        committed();
        return answer;
    }

    @Override
    public <T> T inSnapshot(Caller caller, Function<SyncTables, T> work) {
        return store.inSnapshot(caller, work);
    }

    /// What changes from here on belongs to the next version.
    private void begin() {
        update("update simulation.version set n = ?", version + 1);
    }

    private <T> T stopping(T answer) {
        points.reached("server before commit");
        return answer;
    }

    private void committed() {
        version++;
        known = Optional.empty();
        points.reached("server after commit");
    }

    @Override
    public Optional<PriceList> priceList(String id) {
        return database.inTransaction(
                HEAD_OFFICE,
                session -> new PriceStore().artifact(session, id).map(DatabaseSide::priceList));
    }

    private static PriceList priceList(byte[] document) {
        try {
            return Json.MAPPER.readValue(document, PriceList.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ServerState state() {
        ServerState state = known.orElseGet(() -> StoredServer.read(underneath));
        known = Optional.of(state);
        return state;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void setBackTo(long target) {
        try (Statement statement = underneath.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("select simulation.set_back(" + target + ")");
            statement.execute("set session_replication_role = origin");
        } catch (SQLException e) {
            throw new StorageFailed("the server can't be set back to version " + target, e);
        }
        version = target;
        known = Optional.empty();
    }

    @Override
    public void forgetBefore(long oldest) {
        update("delete from simulation.change where version <= ?", oldest);
    }

    @Override
    public void callSafe(Map<StreamKey, Long> have) {
        begin();
        have.forEach((journal, seq) ->
                update(
                        """
                        update journal_stream set marked_seq = greatest(marked_seq, least(?, have_seq)),
                            safe_seq = greatest(safe_seq, least(?, have_seq))
                        where device_id = ? and incarnation = ?\
                        """,
                        seq,
                        seq,
                        journal.device().value(),
                        journal.incarnation()));
        version++;
        known = Optional.empty();
    }

    private void update(String sql, Object... parameters) {
        try (PreparedStatement statement = underneath.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageFailed("the server's database fails: " + sql, e);
        }
    }

    @Override
    public void close() {
        try (underneath) {
            database.close();
        } catch (SQLException e) {
            throw new StorageFailed("the server's database can't be closed", e);
        }
    }
}
