package kmmotos.model.shifts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// A drawer was opened without a sale: money was put in or taken out, or only looked at.
///
/// @param businessDay the day of the shift
/// @param approvedBy somebody else who allowed it, if the one who did it may not alone
/// @param number runs from 1 in each shift; stands on the slip
/// @param amount more than 0; 0 if nothing moved
/// @param note what it was for, in words
public record CashMovement(
        UUID movementId,
        UUID shiftId,
        StoreId store,
        DeviceId device,
        LocalDate businessDay,
        Instant at,
        UUID staffId,
        Optional<UUID> approvedBy,
        int number,
        CashPurpose purpose,
        Money amount,
        String note) {

    public static final int MAX_NOTE = 120;

    public CashMovement {
        if (number < 1) {
            throw new IllegalArgumentException("numbers run from 1, was " + number);
        }
        if (purpose.kind().movesMoney() ? !amount.isPositive() : !amount.isZero()) {
            throw new IllegalArgumentException("%s can't move %s".formatted(purpose, amount));
        }
        if (note.length() > MAX_NOTE) {
            throw new IllegalArgumentException(
                    "a note is at most %d long, was %d".formatted(MAX_NOTE, note.length()));
        }
    }

    public CashPurpose.Kind kind() {
        return purpose.kind();
    }

    /// By how much there is more in the drawer.
    public Money change() {
        return kind().takesOut() ? amount.negated() : amount;
    }
}
