package kmmotos.simulation.server;

import java.time.Clock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.server.storage.Caller;
import kmmotos.server.sync.DataRefused;
import kmmotos.server.sync.ServerStore;
import kmmotos.server.sync.SyncTables;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.history.History;

/// The server's store in memory. One transaction after the other, each whole or not at all; it can
/// stop just before or just after a commit.
public final class MemoryStore implements ServerStore {

    private final ServerState state;
    private final CrashPoints points;
    private final RandomGenerator random;
    private final Clock clock;

    public MemoryStore(ServerState state, CrashPoints points, RandomGenerator random, Clock clock) {
        this.state = state;
        this.points = points;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public <T> T inTransaction(Caller caller, Function<SyncTables, T> work) {
        History history = state.history();
        T result =
                history.transact(() -> {
                    T answer = attempt(work);
                    points.reached("server before commit");
                    return answer;
                });
        history.commit();
        points.reached("server after commit");
        return result;
    }

    /// What it holds.
    public ServerState state() {
        return state;
    }

    private <T> T attempt(Function<SyncTables, T> work) {
        try {
            return work.apply(new MemoryTables(state, random, clock));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DataRefused(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public <T> T inSnapshot(Caller caller, Function<SyncTables, T> work) {
        return state.history().transact(() -> work.apply(new MemoryTables(state, random, clock)));
    }
}
