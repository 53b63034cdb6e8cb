package kmmotos.desktop.sync;

/// Told how far a long step has come.
@FunctionalInterface
public interface SyncProgress {
    SyncProgress NONE = (_, _) -> {};

    /// @param of 0 while it is not known yet
    void at(long done, long of);
}
