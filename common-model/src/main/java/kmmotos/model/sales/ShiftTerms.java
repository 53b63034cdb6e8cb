package kmmotos.model.sales;

import java.util.Optional;

/// How a shift is worked, if it is not the only one at its register, open to everybody.
///
/// @param shared whether others than the one who opened it sell in it
/// @param drawer which of the register's drawers it works from: 1 or 2
/// @param carried the shift at another register that it goes on with
public record ShiftTerms(boolean shared, int drawer, Optional<CarriedShift> carried) {

    public static final int DRAWERS = 2;

    /// As every shift was before there were terms.
    public static final ShiftTerms USUAL = new ShiftTerms(true, 1, Optional.empty());

    public ShiftTerms {
        if (drawer < 1 || drawer > DRAWERS) {
            throw new IllegalArgumentException("a drawer is 1 or 2, was " + drawer);
        }
    }
}
