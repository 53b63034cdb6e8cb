package kmmotos.server.storage;

/// The server can't start; the message is one sentence for the person who started it.
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
