package kmmotos.desktop.journal;

import java.nio.file.Path;

/// A fact in the middle of the journal can't be read any more. This is not the torn tail of a power
/// cut, which is cut off without a word of alarm: bytes that were safe have changed.
public final class JournalDamaged extends JournalFailed {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long seq;

    JournalDamaged(Path file, long offset, long seq, String what) {
        super(
                "the journal is damaged: %s, in %s at byte %d, from fact %d on. Put a good copy of"
                                .formatted(what, file, offset, seq)
                        + " this file in its place, or start a new journal that keeps every"
                        + " readable fact (repair-journal)");
        this.file = file;
        this.seq = seq;
    }

    public Path file() {
        return file;
    }

    /// The first fact that can't be read.
    public long seq() {
        return seq;
    }
}
