package kmmotos.desktop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.neighbours.Shelf;
import kmmotos.desktop.sales.ParkedSale;
import kmmotos.desktop.sales.ParkedSales;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Json;

/// This till's parked sales for the other tills of the shop.
record TillShelf(ParkedSales parked) implements Shelf {
    @Override
    public List<JsonNode> shown() {
        return parked.forOthers().stream().map(TillShelf::json).toList();
    }

    @Override
    public Optional<JsonNode> handOut(UUID id, DeviceId to) {
        return parked.handOut(id, to.value()).map(TillShelf::json);
    }

    @Override
    public void taken(UUID id, DeviceId by) {
        parked.taken(id, by.value());
    }

    private static JsonNode json(ParkedSale sale) {
        return Json.MAPPER.valueToTree(sale);
    }
}
