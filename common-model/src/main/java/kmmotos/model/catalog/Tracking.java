package kmmotos.model.catalog;

/// How the pieces of an article are told apart.
public enum Tracking {
    /// Each piece has a serial number, which is asked for when it is sold.
    SERIAL
}
