package kmmotos.server.identity;

import java.util.Locale;
import java.util.UUID;

/// Somebody who can sign in.
public record Account(Kind kind, UUID id) {

    /// Whether it is a customer or a member of staff.
    public enum Kind {
        STAFF,
        CUSTOMER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind parse(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
