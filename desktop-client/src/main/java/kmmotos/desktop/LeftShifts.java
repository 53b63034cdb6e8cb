package kmmotos.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.shifts.LeftShift;
import kmmotos.desktop.shifts.ShiftStore;
import kmmotos.desktop.sync.TillRecords;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Json;
import org.hibernate.StatelessSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The shifts that were left at this till to go on at another. They lie on the same shelf as parked
/// sales, and are told apart by their members.
record LeftShifts(TillRecords records, int tillNumber) {
    private static final Logger LOG = LoggerFactory.getLogger(LeftShifts.class);

    List<LeftShift> left() {
        return records.database()
                .read(session ->
                        shifts().left(session).stream().map(left -> of(session, left)).toList());
    }

    Optional<LeftShift> handOut(UUID goesOnAs, DeviceId to) {
        return records.database()
                .inTransaction(session ->
                        shifts().handOut(session, goesOnAs, to.value())
                                .map(left -> of(session, left)));
    }

    void takenUp(UUID goesOnAs) {
        records.database().write(session -> shifts().takenUp(session, goesOnAs));
    }

    private LeftShift of(StatelessSession session, ShiftStore.Left left) {
        var opening = left.shift().opening();
        String name =
                records.stores()
                        .staff()
                        .find(session, opening.staffId())
                        .map(StaffMember::name)
                        .orElse("");
        return LeftShift.of(opening, left.shift().closing(), tillNumber, name, left.handedTo());
    }

    private ShiftStore shifts() {
        return records.stores().shifts();
    }

    static boolean isOne(JsonNode shown) {
        return shown.has("goes_on_as");
    }

    /// Empty for a parked sale.
    static Optional<LeftShift> read(JsonNode shown) {
        if (!isOne(shown)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.treeToValue(shown, LeftShift.class));
        } catch (JsonProcessingException e) {
            LOG.warn("a shift left at another till can't be read: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
