package kmmotos.desktop.customers;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.staff.SignInModel;
import kmmotos.desktop.ui.Background;
import kmmotos.desktop.ui.Texts;

/// What the customers' models work with.
///
/// @param country of the shop, by which tax numbers are checked
public record CustomerDesk(
        CustomerBook book,
        Background background,
        Supplier<Instant> clock,
        Supplier<UUID> ids,
        SignInModel signIn,
        Texts texts,
        Formats formats,
        String country) {}
