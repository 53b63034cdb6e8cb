package kmmotos.model.mails;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// A mail to a customer who agreed to get it, as it is to be sent: in their language, with the text
/// that was shown at the till. The server sends it once, and once more under the same number if it
/// stopped while it did.
///
/// @param at when the customer agreed
/// @param reference the number of the receipt or order it is about
/// @param language BCP 47 tag
/// @param text lines as on paper
public record MailRequest(
        UUID requestId,
        Kind kind,
        StoreId store,
        DeviceId device,
        Instant at,
        UUID staffId,
        String reference,
        String to,
        String language,
        String subject,
        String text) {

    public static final int MAX_ADDRESS = 200;
    public static final int MAX_SUBJECT = 200;
    public static final int MAX_TEXT = 50_000;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,20}");

    public enum Kind {
        RECEIPT,
        /// What was ordered at the counter is there.
        ORDER_ARRIVED
    }

    public MailRequest {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("this is no address: " + to);
        }
        if (subject.isBlank()
                || subject.length() > MAX_SUBJECT
                || subject.chars().anyMatch(c -> c < ' ')
                || text.isBlank()
                || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "a mail has a subject of one line up to %d and a text up to %d long"
                            .formatted(MAX_SUBJECT, MAX_TEXT));
        }
    }

    /// Whether a mail can be sent there: one plain address, nothing else.
    public static boolean isAddress(String text) {
        return text.length() <= MAX_ADDRESS && ADDRESS.matcher(text).matches();
    }
}
