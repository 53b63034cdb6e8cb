package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a customer says of a product they bought.
///
/// @param product its name
/// @param author as others see it
/// @param rating 1 to 5 stars
/// @param state `WAITING`, `SHOWN` or `REFUSED`
public record ReviewView(
        UUID reviewId,
        String product,
        String author,
        int rating,
        String title,
        String text,
        Instant writtenAt,
        String state,
        Optional<String> reply) {

    String stars() {
        return "★".repeat(rating) + "☆".repeat(Math.max(0, 5 - rating));
    }
}
