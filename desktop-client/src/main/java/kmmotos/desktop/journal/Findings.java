package kmmotos.desktop.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was noticed and put right while the journal was opened, in plain words for the log and the
/// status screen.
final class Findings {
    private final List<String> notes = new ArrayList<>();

    void note(Path file, int offset) {
        notes.add(
                "a half-written fact at the end of %s (byte %d) was cut off: it was never confirmed"
                        .formatted(file, offset));
    }

    /// The same trouble again is no news.
    void note(String what) {
        if (!notes.contains(what)) {
            notes.add(what);
        }
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
