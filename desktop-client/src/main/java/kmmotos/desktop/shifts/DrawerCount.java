package kmmotos.desktop.shifts;

import java.util.List;
import kmmotos.model.money.Money;
import kmmotos.model.shifts.CountedPieces;
import kmmotos.model.shifts.ForeignCount;

/// What was found in a drawer.
///
/// @param pieces empty if only the sum was told
/// @param foreign by currency
public record DrawerCount(Money cash, List<CountedPieces> pieces, List<ForeignCount> foreign) {

    public DrawerCount(Money cash, List<CountedPieces> pieces) {
        this(cash, pieces, List.of());
    }

    public DrawerCount {
        pieces = List.copyOf(pieces);
        foreign = List.copyOf(foreign);
    }

    public static DrawerCount of(Money cash) {
        return new DrawerCount(cash, List.of());
    }
}
