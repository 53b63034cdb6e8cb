package kmmotos.desktop.journal;

/// Writes a fact anew with the number it gets in a new incarnation, under its old event id.
@FunctionalInterface
public interface Renumbering {
    byte[] numbered(byte[] body, long seq);

    /// For facts whose bytes don't hold their number.
    static Renumbering none() {
        return (body, _) -> body;
    }
}
