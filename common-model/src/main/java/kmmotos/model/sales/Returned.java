package kmmotos.model.sales;

import java.util.Optional;
import java.util.UUID;

/// Why goods of a line came back, and what becomes of them.
///
/// @param note in the customer's words; may be empty
/// @param approvedBy somebody else who allowed it, if the one at the till may not alone
public record Returned(Reason reason, Condition condition, String note, Optional<UUID> approvedBy) {

    public static final int MAX_NOTE = 120;

    public enum Reason {
        UNWANTED,
        WRONG_PART,
        DEFECTIVE,
        DAMAGED,
        OTHER,
        /// The whole sale was a mistake and is reversed.
        VOIDED;

        /// What usually becomes of goods that come back for this.
        public Condition usually() {
            return switch (this) {
                case UNWANTED, WRONG_PART, OTHER, VOIDED -> Condition.TO_STOCK;
                case DEFECTIVE -> Condition.TO_SUPPLIER;
                case DAMAGED -> Condition.WASTE;
            };
        }
    }

    public enum Condition {
        /// As good as new: on the shelf again.
        TO_STOCK,
        /// Goes back to whoever made it; never on the shelf.
        TO_SUPPLIER,
        /// Thrown away; never on the shelf.
        WASTE
    }

    public Returned {
        if (note.length() > MAX_NOTE) {
            throw new IllegalArgumentException(
                    "a note is at most %d long, was %d".formatted(MAX_NOTE, note.length()));
        }
    }

    public static Returned of(Reason reason, Condition condition) {
        return new Returned(reason, condition, "", Optional.empty());
    }

    public Returned approvedBy(UUID staffId) {
        return new Returned(reason, condition, note, Optional.of(staffId));
    }
}
