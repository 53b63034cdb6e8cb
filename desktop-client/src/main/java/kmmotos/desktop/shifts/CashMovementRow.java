package kmmotos.desktop.shifts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.shifts.CashMovement;

@Entity
@Table(name = "cash_movement")
class CashMovementRow {
    @Id UUID movementId;
    UUID shiftId;
    int number;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    CashMovementRow() {}

    CashMovementRow(CashMovement movement) {
        movementId = movement.movementId();
        shiftId = movement.shiftId();
        number = movement.number();
        body = JsonText.write(movement);
    }

    CashMovement toMovement() {
        return JsonText.read(body, CashMovement.class);
    }
}
