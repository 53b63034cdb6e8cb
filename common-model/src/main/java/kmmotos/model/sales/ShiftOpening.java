package kmmotos.model.sales;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// The beginning of a shift at one till.
///
/// @param businessDay the day all its sales count for, however late it gets
/// @param openingFloat the cash in the drawer
/// @param terms absent for the usual ones
public record ShiftOpening(
        UUID shiftId,
        StoreId store,
        DeviceId device,
        LocalDate businessDay,
        Instant at,
        UUID staffId,
        Money openingFloat,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<ShiftTerms> terms) {

    public ShiftOpening {
        terms = terms.filter(unusual -> !unusual.equals(ShiftTerms.USUAL));
        if (openingFloat.isNegative()) {
            throw new IllegalArgumentException("a float is 0 or more, was " + openingFloat);
        }
    }

    public ShiftOpening(
            UUID shiftId,
            StoreId store,
            DeviceId device,
            LocalDate businessDay,
            Instant at,
            UUID staffId,
            Money openingFloat) {
        this(shiftId, store, device, businessDay, at, staffId, openingFloat, Optional.empty());
    }

    public int drawer() {
        return terms.orElse(ShiftTerms.USUAL).drawer();
    }

    public boolean isShared() {
        return terms.orElse(ShiftTerms.USUAL).shared();
    }

    public Optional<CarriedShift> carried() {
        return terms.flatMap(ShiftTerms::carried);
    }

    /// Whether this member of staff sells in it.
    public boolean isFor(UUID member) {
        return isShared() || staffId.equals(member);
    }
}
