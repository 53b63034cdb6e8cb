package kmmotos.desktop.journal;

/// The disk would not take a fact: it did not happen. The message says in plain words what to do.
public class JournalFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalFailed(String message) {
        super(message);
    }

    public JournalFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
