package kmmotos.simulation.faults;

/// A program was killed, or its machine lost power. No program can catch its own end: this is an
/// [Error] that only the simulation handles.
public final class Crash extends Error {

    private final transient CrashPoints machine;

    Crash(CrashPoints machine, String where) {
        super(where, null, false, false);
        this.machine = machine;
    }

    /// Whether it is this machine that stopped.
    public boolean isOf(CrashPoints other) {
        return machine == other;
    }
}
