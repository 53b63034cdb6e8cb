package kmmotos.desktop.neighbours;

/// This till's own connection to one neighbour: one question after the other.
public interface NeighbourLine extends AutoCloseable {
    KnownTill neighbour();

    boolean isOpen();

    /// Tries to connect, if it is not.
    ///
    /// @return whether it is connected now
    boolean open();

    /// @throws NeighbourUnreachable if there is no connection, or it broke; the neighbour may have
    ///   done what it was asked
    <A extends Answer> A ask(Ask ask, Class<A> expected);

    /// Ends a question under way, too.
    @Override
    void close();
}
