package kmmotos.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.desktop.neighbours.NeighbourUnreachable;
import kmmotos.desktop.neighbours.Neighbours;
import kmmotos.desktop.sales.ParkedElsewhere;
import kmmotos.desktop.sales.ParkedSale;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is parked at the shop's other tills.
public final class TillParked implements ParkedElsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(TillParked.class);

    private final Till till;
    private final UUID self;

    public TillParked(Till till) {
        this.till = till;
        this.self = till.identity().till().deviceId().value();
    }

    @Override
    public List<ParkedSale> shown() {
        Set<UUID> mine =
                till.parked().all().stream().map(ParkedSale::saleId).collect(Collectors.toSet());
        return till.neighbours().parked().stream()
                .flatMap(parked -> sale(parked).stream())
                .filter(sale -> sale.handedTo().map(self::equals).orElse(true))
                .filter(sale -> !mine.contains(sale.saleId()))
                .toList();
    }

    private static Optional<ParkedSale> sale(Neighbours.Parked parked) {
        return read(parked.sale())
                .map(sale ->
                        sale.parkedAt(
                                new ParkedSale.OtherTill(
                                        parked.at().deviceId().value(), parked.at().number())));
    }

    private static Optional<ParkedSale> read(JsonNode sale) {
        if (LeftShifts.isOne(sale)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.treeToValue(sale, ParkedSale.class));
        } catch (JsonProcessingException e) {
            LOG.warn("a parked sale of another till can't be read: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }

    @Override
    public Taking take(ParkedSale wanted) {
        DeviceId owner = new DeviceId(wanted.elsewhere().orElseThrow().device());
        try {
            return till.neighbours()
                    .take(owner, wanted.saleId(), this::keep)
                    .flatMap(TillParked::read)
                    .<Taking>map(sale -> new Taking.Taken(sale.here()))
                    .orElseGet(Taking.Gone::new);
        } catch (NeighbourUnreachable e) {
            LOG.info("till {} does not answer: {}", owner, e.getMessage());
            return new Taking.NoAnswer();
        }
    }

    private void keep(JsonNode given) {
        read(given).ifPresent(sale -> till.parked().keepDurably(sale.here()));
    }

    @Override
    public void changed() {
        till.neighbours().parkedChanged();
    }
}
