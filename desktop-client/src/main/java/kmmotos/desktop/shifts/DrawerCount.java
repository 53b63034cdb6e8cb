package kmmotos.desktop.shifts;

import java.util.List;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.CountedPieces;

/// What was found in a drawer.
///
/// @param pieces empty if only the sum was told
public record DrawerCount(Money cash, List<CountedPieces> pieces) {

    public DrawerCount {
        pieces = List.copyOf(pieces);
    }

    public static DrawerCount of(Money cash) {
        return new DrawerCount(cash, List.of());
    }
}
