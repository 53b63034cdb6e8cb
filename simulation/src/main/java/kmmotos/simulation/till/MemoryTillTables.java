package kmmotos.simulation.till;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.simulation.faults.CrashPoints;

/// A till's database in memory.
public final class MemoryTillTables implements SimulatedTables {

    private final CrashPoints points;
    private TillState state = new TillState();

    public MemoryTillTables(CrashPoints points) {
        this.points = points;
    }

    @Override
    public <T> T inTransaction(Function<SyncTables, T> work) {
        T result =
                state.history()
                        .transact(() -> {
                            T answer = work.apply(new MemorySyncTables(state));
                            points.reached("tables before commit");
                            return answer;
                        });
        state.history().commit();
        state.history().forgetBefore(state.history().version() - MAX_LOST);
        points.reached("tables after commit");
        return result;
    }

    @Override
    public <T> T read(Function<SyncTables, T> work) {
        return work.apply(new MemorySyncTables(state));
    }

    @Override
    public void losePower(RandomGenerator random) {
        long kept = state.history().version() - state.history().oldest();
        state.history().setBackTo(state.history().version() - random.nextLong(kept + 1));
    }

    @Override
    public void beginEmpty() {
        state = new TillState();
    }

    @Override
    public void boot() {
        state.history().setBackTo(state.history().version());
    }

    @Override
    public void end() {
        // What was not committed goes at the next start.
    }

    @Override
    public Copy copy() {
        return state.copy();
    }

    @Override
    public void restore(Copy copy) {
        state = ((TillState) copy).copy();
    }

    @Override
    public TillState state() {
        return state;
    }

    @Override
    public void close() {
        // Memory needs no closing.
    }
}
