package kmmotos.simulation.till;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.TillEngine;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferReceipt;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.simulation.chain.Goods;

/// A fact that the server can't take in as it is: of a newer till, damaged, or about a store that
/// it does not know.
public record Poison(Till till, TillEngine engine, Clock clock, RandomGenerator random) {

    /// Head office opens it when somebody looks at the work list.
    public static final StoreId UNKNOWN_STORE = new StoreId("S9");

    Receipts.Poison write() {
        return switch (random.nextInt(3)) {
            case 0 -> write("till_painted", "unknown_type");
            case 1 -> write("sale_completed", "malformed");
            default -> new Receipts.Poison(arrival(), till.deviceId(), "effect_failed");
        };
    }

    private UUID arrival() {
        return engine.recorder()
                .record(
                        new Event.TransferReceived(
                                new TransferReceipt(
                                        id(),
                                        id(),
                                        UNKNOWN_STORE,
                                        till.storeId(),
                                        List.of(
                                                new Transfer.Line(
                                                        Goods.any(random), Quantity.ONE)))))
                .eventId();
    }

    private Receipts.Poison write(String type, String code) {
        UUID eventId = id();
        JournalEntry entry =
                new JournalEntry(
                        eventId,
                        engine.journal().endSeq() + 1,
                        clock.instant(),
                        type,
                        1,
                        Json.MAPPER.createObjectNode().put("colour", "red"));
        engine.journal().append(entry.at(), engine.journal().counter(), entry.canonicalBytes());
        return new Receipts.Poison(eventId, till.deviceId(), code);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
