package kmmotos.desktop.sync;

import java.util.UUID;

/// A fact's place in a till's journals.
public record JournalPoint(UUID incarnation, long seq) {
    String text() {
        return incarnation + " " + seq;
    }

    static JournalPoint parse(String text) {
        int blank = text.indexOf(' ');
        return new JournalPoint(
                UUID.fromString(text.substring(0, blank)),
                Long.parseLong(text.substring(blank + 1)));
    }
}
