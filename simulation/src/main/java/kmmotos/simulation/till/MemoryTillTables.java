package kmmotos.simulation.till;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.desktop.sync.TillTables;
import kmmotos.simulation.faults.CrashPoints;

/// A till's database in memory. As H2 does, it survives the end of the program, but a power cut may
/// set it back by a few transactions, because commits are not forced to the disk.
public final class MemoryTillTables implements TillTables {

    private static final int MAX_LOST = 40;

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

    /// The newest commits were not on the disk yet.
    public void losePower(RandomGenerator random) {
        long kept = state.history().version() - state.history().oldest();
        state.history().setBackTo(state.history().version() - random.nextLong(kept + 1));
    }

    /// The file can't be opened any more and was put aside.
    public void beginEmpty() {
        state = new TillState();
    }

    /// The program ended within a transaction, which leaves nothing behind.
    public void boot() {
        state.history().setBackTo(state.history().version());
    }

    /// Another disk's copy takes the place of the file.
    public void restore(TillState copy) {
        state = copy.copy();
    }

    public TillState state() {
        return state;
    }
}
