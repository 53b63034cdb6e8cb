package kmmotos.server.reviews;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What a customer who bought a product says of it.
///
/// @param product its name in the chain's own language
/// @param author how the customer is called here: first name and the last one's first letter
/// @param rating 1 to 5
/// @param helpful how many others found it so
/// @param reply what the shop says to it
record Review(
        UUID reviewId,
        UUID productId,
        String product,
        String author,
        int rating,
        String title,
        String text,
        Instant writtenAt,
        State state,
        long helpful,
        Optional<String> reply) {

    enum State {
        WAITING,
        SHOWN,
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State parse(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// `Ana Maria de Souza` is `Ana S.` to others.
    static String author(String name) {
        String[] words = name.strip().split("\\s+", -1);
        return words.length == 1
                ? words[0]
                : words[0] + " " + words[words.length - 1].substring(0, 1) + ".";
    }
}
