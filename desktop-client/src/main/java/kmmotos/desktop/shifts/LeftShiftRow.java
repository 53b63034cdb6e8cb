package kmmotos.desktop.shifts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "left_shift")
class LeftShiftRow {
    @Id UUID goesOnAs;
    UUID shiftId;
    @Nullable UUID handedTo;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    LeftShiftRow() {}

    LeftShiftRow(UUID goesOnAs, UUID shiftId) {
        this.goesOnAs = goesOnAs;
        this.shiftId = shiftId;
    }
}
