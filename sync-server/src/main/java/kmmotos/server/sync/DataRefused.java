package kmmotos.server.sync;

/// What was to be stored can't be: the data are at fault, not the database. Nothing of the
/// transaction remains, and the same data would be refused again.
public final class DataRefused extends RuntimeException {

    public DataRefused(String reason, RuntimeException cause) {
        super(reason, cause);
    }
}
