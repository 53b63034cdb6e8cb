package kmmotos.desktop.payments;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kmmotos.desktop.devices.CardTerminal;
import kmmotos.desktop.ui.Background;

/// What taking money works with.
///
/// @param trouble told when the journal can't be written or the terminal gives no answer
public record PaymentDesk(
        PaymentJournal journal,
        CardTerminal terminal,
        Background background,
        Supplier<UUID> ids,
        Consumer<Exception> trouble) {}
