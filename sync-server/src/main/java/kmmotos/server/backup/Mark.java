package kmmotos.server.backup;

import java.time.Instant;

/// A place in the database's write-ahead log. What was committed when the mark was made stands
/// before it.
///
/// @param lsn the place, as PostgreSQL writes it
/// @param file the piece of the log that it is in; the first eight digits are its timeline
record Mark(String lsn, String file, Instant at) {

    private static final int TIMELINE_DIGITS = 8;

    /// Whether this piece of the log is one of the same timeline and not before the mark's.
    boolean isIn(String archived) {
        return archived.matches("[0-9A-F]{24}")
                && archived.regionMatches(0, file, 0, TIMELINE_DIGITS)
                && archived.compareTo(file) >= 0;
    }
}
