package kmmotos.desktop.sales;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.ui.Background;
import kmmotos.model.stores.DeviceId;

/// What the counter's models work with.
///
/// @param background what the clerk waits for
/// @param bookkeeper what nobody waits for: it may stand still while a whole snapshot is stored
public record Counter(
        CounterBooks books,
        CounterJournal journal,
        Background background,
        Background bookkeeper,
        Supplier<Instant> clock,
        Supplier<UUID> ids,
        DeviceId device,
        LeaseBook leases,
        PartsBook parts) {}
