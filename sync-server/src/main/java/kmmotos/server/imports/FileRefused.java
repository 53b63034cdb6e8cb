package kmmotos.server.imports;

/// The file as a whole can't be taken: it is no table, or beyond a limit.
public final class FileRefused extends RuntimeException {

    private final String code;
    private final int row;

    FileRefused(String code, int row, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.row = row;
    }

    public String code() {
        return code;
    }

    /// The row at which reading ended; 0 when none was read.
    public int row() {
        return row;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
