package kmmotos.model.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// The beginning of a shift at one till.
///
/// @param businessDay the day all its sales count for, however late it gets
/// @param openingFloat the cash in the drawer
public record ShiftOpening(
        UUID shiftId,
        StoreId store,
        DeviceId device,
        LocalDate businessDay,
        Instant at,
        UUID staffId,
        Money openingFloat) {

    public ShiftOpening {
        if (openingFloat.isNegative()) {
            throw new IllegalArgumentException("a float is 0 or more, was " + openingFloat);
        }
    }
}
