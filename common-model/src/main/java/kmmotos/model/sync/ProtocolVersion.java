package kmmotos.model.sync;

/// The version of the sync protocol that a till or a server speaks, in the header `KM-Protocol` of
/// requests and answers. A till that sends none speaks version 1.
///
/// A server takes in the facts of every till there ever was. What it hands out it hands to tills
/// that are at most [#MAX_BEHIND] versions older than itself, and to every newer one.
public record ProtocolVersion(int number) {

    public static final String HEADER = "KM-Protocol";

    /// What this program speaks. It goes up when a till of the version before could no longer make
    /// sense of what is handed out.
    public static final ProtocolVersion CURRENT = new ProtocolVersion(1);

    public static final int MAX_BEHIND = 3;

    private static final ProtocolVersion FIRST = new ProtocolVersion(1);

    /// Reads a header; whoever sends nothing, or nonsense, speaks the first version.
    public static ProtocolVersion parse(String header) {
        try {
            return new ProtocolVersion(Integer.parseInt(header.strip()));
        } catch (NumberFormatException _) {
            return FIRST;
        }
    }

    /// Whether a server of that version hands out to a till of this one.
    public boolean isServedBy(ProtocolVersion server) {
        return number >= server.number - MAX_BEHIND && number >= FIRST.number;
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
