package kmmotos.desktop.stores;

/// Told what the opening of a till is doing and how far it has come, on the thread that opens it.
@FunctionalInterface
public interface OpeningProgress {
    OpeningProgress NONE = (_, _, _) -> {};

    /// In the order they come; most openings have no CATALOGUE.
    enum Step {
        DATABASE,
        /// Every fact is read and checked.
        JOURNAL,
        /// The kept snapshot is stored in an empty database.
        CATALOGUE,
        /// Facts that the database lacks are applied.
        FACTS
    }

    /// @param of 0 while it is not known
    void at(Step step, long done, long of);

    default void begins(Step step) {
        at(step, 0, 0);
    }
}
