package kmmotos.desktop.sync;

/// The sync of one till with one server, to be driven by whoever has the time: each direction step
/// by step, waiting in between as long as the step said. A step of one direction may run beside a
/// step of the other, never beside itself.
public record SyncSteps(
        SyncStep upload, SyncStep download, Comparison comparison, SyncBoard board) {
    public SyncStatus status() {
        return board.status();
    }
}
