package kmmotos.desktop.shifts;

import java.util.Optional;
import kmmotos.model.money.Money;
import kmmotos.model.sales.Sale;
import kmmotos.model.shifts.CashMovement;

/// What may be behind a difference in the drawer, to the cent.
///
/// @param keyed the amount the till was told
/// @param meant what it would have been then
/// @param sale the receipt to look at
/// @param movement the slip to look at
public record Explanation(
        Kind kind, Money keyed, Money meant, Optional<Sale> sale, Optional<CashMovement> movement) {

    /// The likeliest first.
    public enum Kind {
        /// Keyed as cash, and the money came by card.
        CAME_BY_CARD,
        /// Keyed as card, and the money is in the drawer.
        CAME_IN_CASH,
        MOVED_TWICE,
        /// Paid in that was paid out, or the reverse.
        MOVED_THE_OTHER_WAY,
        FLOAT_MISTYPED,
        DROP_MISSING,
        GIVEN_MISTYPED,
        CHANGE_MISCOUNTED
    }

    static Explanation of(Kind kind, Money keyed, Money meant, Sale sale) {
        return new Explanation(kind, keyed, meant, Optional.of(sale), Optional.empty());
    }

    static Explanation of(Kind kind, Money keyed, Money meant, CashMovement movement) {
        return new Explanation(kind, keyed, meant, Optional.empty(), Optional.of(movement));
    }

    static Explanation of(Kind kind, Money keyed, Money meant) {
        return new Explanation(kind, keyed, meant, Optional.empty(), Optional.empty());
    }
}
