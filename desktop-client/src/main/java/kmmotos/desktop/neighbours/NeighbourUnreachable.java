package kmmotos.desktop.neighbours;

/// A neighbour did not answer. Nothing is known of what it did.
public final class NeighbourUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NeighbourUnreachable(String why, Throwable cause) {
        super(why, cause);
    }
}
