package kmmotos.desktop.storage;

/// The database could not be read or written.
public class StorageFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
