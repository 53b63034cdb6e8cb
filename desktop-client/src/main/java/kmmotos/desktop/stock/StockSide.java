package kmmotos.desktop.stock;

/// What is done with goods at the right of the stock screen.
public interface StockSide {

    /// Whether whoever is signed in may do this.
    boolean isAllowed();

    /// It came in front: load what may have changed and put the focus where typing should go.
    void shown();

    void scanned(String code);

    /// The key that ends the work and books it.
    void book();

    /// Whether a second person is asked for; until then Esc takes the question back.
    default boolean isAsking() {
        return false;
    }

    default void cancel() {}
}
