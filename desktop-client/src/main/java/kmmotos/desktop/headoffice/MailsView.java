package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kmmotos.model.mails.MailRequest;
import kmmotos.model.stores.StoreId;

/// The newest mails to customers.
///
/// @param canSend whether the server knows a mail server
/// @param waiting how many wait in all
public record MailsView(boolean canSend, long waiting, List<Mail> items) {

    /// @param reference the number of the receipt or order
    /// @param state `waiting`, `sending`, `sent` or `failed`
    /// @param problem why it was not taken; may be empty
    public record Mail(
            UUID requestId,
            MailRequest.Kind kind,
            StoreId store,
            Instant askedAt,
            String reference,
            String to,
            String state,
            int attempts,
            String problem) {}
}
