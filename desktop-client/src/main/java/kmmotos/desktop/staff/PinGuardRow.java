package kmmotos.desktop.staff;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "pin_guard")
class PinGuardRow {
    @Id UUID staffId;
    int wrongPins;
    @Nullable Instant lockedUntil;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    PinGuardRow() {}

    PinGuardRow(UUID staffId, int wrongPins, @Nullable Instant lockedUntil) {
        this.staffId = staffId;
        this.wrongPins = wrongPins;
        this.lockedUntil = lockedUntil;
    }

    /// Whether a right PIN has nothing to set back.
    boolean isClean() {
        return wrongPins == 0 && lockedUntil == null;
    }
}
