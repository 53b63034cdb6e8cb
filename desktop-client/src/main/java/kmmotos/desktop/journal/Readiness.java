package kmmotos.desktop.journal;

/// Whether the next sale can be written down.
public sealed interface Readiness {
    record Ready() implements Readiness {}

    /// Selling goes on, but the disk had no room for another segment.
    record LowOnRoom(int bytesLeft) implements Readiness {}

    /// Nothing may be sold; the reason tells in plain words what to do.
    record Refusing(String why) implements Readiness {}
}
