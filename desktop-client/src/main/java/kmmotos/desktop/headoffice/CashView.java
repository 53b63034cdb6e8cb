package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.stores.StoreId;

/// The cash in the chain's drawers, as the server tells it.
public record CashView(List<Open> open, List<Closed> closed) {

    /// @param cash what is in the drawer, as far as the server heard
    public record Open(
            StoreId store, int till, int drawer, Instant openedAt, String openedBy, Money cash) {}

    /// @param goesOn for a shift that was left to go on elsewhere: whether it does
    public record Closed(
            StoreId store,
            int till,
            LocalDate businessDay,
            Instant closedAt,
            String closedBy,
            int zNumber,
            Money counted,
            Money difference,
            boolean proved,
            Optional<Boolean> goesOn) {}
}
