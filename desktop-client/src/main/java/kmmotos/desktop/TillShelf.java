package kmmotos.desktop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.desktop.neighbours.Shelf;
import kmmotos.desktop.sales.ParkedSales;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Json;

/// This till's parked sales, and the shifts that were left here, for the other tills of the shop.
record TillShelf(ParkedSales parked, LeftShifts shifts) implements Shelf {
    @Override
    public List<JsonNode> shown() {
        return Stream.concat(parked.forOthers().stream(), shifts.left().stream())
                .map(TillShelf::json)
                .toList();
    }

    @Override
    public Optional<JsonNode> handOut(UUID id, DeviceId to) {
        return parked.handOut(id, to.value())
                .map(TillShelf::json)
                .or(() -> shifts.handOut(id, to).map(TillShelf::json));
    }

    @Override
    public void taken(UUID id, DeviceId by) {
        parked.taken(id, by.value());
        shifts.takenUp(id);
    }

    private static JsonNode json(Object parkedOrLeft) {
        return Json.MAPPER.valueToTree(parkedOrLeft);
    }
}
