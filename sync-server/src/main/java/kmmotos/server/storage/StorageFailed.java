package kmmotos.server.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/// The database or the disk did not do what it was asked.
public final class StorageFailed extends RuntimeException {

    public StorageFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /// The five-character SQL state of the first database error in the chain of causes.
    public Optional<String> sqlState() {
        return sqlState(this);
    }

    /// The SQL state of the first database error among a failure's causes.
    public static Optional<String> sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }

    /// Whether the database can't be used now, whatever is asked of it.
    public static boolean isDatabaseAway(Throwable failure) {
        return isPoolExhausted(failure)
                || sqlState(failure)
                        .filter(state ->
                                state.startsWith("08")
                                        || state.startsWith("57")
                                        || state.startsWith("53"))
                        .isPresent();
    }

    /// Whether no connection to the database was to be had in time.
    public static boolean isPoolExhausted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
