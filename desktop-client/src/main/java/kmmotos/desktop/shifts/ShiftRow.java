package kmmotos.desktop.shifts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTotals;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "shift")
class ShiftRow {
    @Id UUID shiftId;
    boolean isOpen;
    Instant openedAt;
    long fromSeq;
    String opening;
    String totals;
    @Nullable String closing;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    ShiftRow() {}

    ShiftRow(ShiftOpening opened, long seq) {
        shiftId = opened.shiftId();
        isOpen = true;
        openedAt = opened.at();
        fromSeq = seq;
        opening = JsonText.write(opened);
        totals = JsonText.write(ShiftTotals.none(opened.openingFloat().currency()));
    }

    ShiftStore.OpenShift toOpenShift() {
        return new ShiftStore.OpenShift(toOpening(), toTotals(), fromSeq);
    }

    Optional<ShiftStore.ClosedShift> toClosedShift() {
        return Optional.ofNullable(closing)
                .map(text -> JsonText.read(text, ShiftClosing.class))
                .map(closed -> new ShiftStore.ClosedShift(toOpening(), closed));
    }

    ShiftTotals toTotals() {
        return JsonText.read(totals, ShiftTotals.class);
    }

    private ShiftOpening toOpening() {
        return JsonText.read(opening, ShiftOpening.class);
    }
}
