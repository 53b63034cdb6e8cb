package kmmotos.model.audit;

import java.util.Optional;
import java.util.UUID;

/// What somebody did at a till that no other fact tells of.
///
/// @param staffId who did it, or as whom it was tried
/// @param approvedBy somebody else who allowed it
/// @param words what it was about, as people read it; may be empty
public record AuditNote(
        AuditKind kind, Optional<UUID> staffId, Optional<UUID> approvedBy, String words) {

    public static final int MAX_WORDS = 200;

    public AuditNote {
        if (!kind.isNoted()) {
            throw new IllegalArgumentException(kind + " is told by another fact");
        }
        if (words.length() > MAX_WORDS) {
            throw new IllegalArgumentException(
                    "words are at most %d long, was %d".formatted(MAX_WORDS, words.length()));
        }
    }

    public static AuditNote of(AuditKind kind, UUID staffId) {
        return new AuditNote(kind, Optional.of(staffId), Optional.empty(), "");
    }

    /// The same, about something; what is too long is cut.
    public AuditNote about(String what) {
        String cut = what.length() <= MAX_WORDS ? what : what.substring(0, MAX_WORDS);
        return new AuditNote(kind, staffId, approvedBy, cut);
    }
}
