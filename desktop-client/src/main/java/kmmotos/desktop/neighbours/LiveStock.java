package kmmotos.desktop.neighbours;

import java.util.List;
import java.util.UUID;
import kmmotos.desktop.pricing.PricingStore;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.desktop.sync.Stores;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;

/// What the neighbours did to the shop's stock and the server has not told yet, as part of this
/// till's figures; and the coupons they took, which are used up here too.
final class LiveStock {
    private final TillDatabase database;
    private final StockStore stock;
    private final PricingStore pricing;

    LiveStock(TillDatabase database, Stores stores) {
        this.database = database;
        this.stock = stores.stock();
        this.pricing = stores.pricing();
    }

    /// Up to where the figures know this journal.
    long heardTo(UUID incarnation) {
        return database.read(session -> stock.heardTo(session, incarnation));
    }

    /// @param retold up to here the journal repeats what older ones told
    void heard(DeviceId device, UUID incarnation, long retold, List<JournalEntry> entries) {
        database.write(session -> {
            stock.heard(session, new StockStore.Heard(device, incarnation, retold, entries));
            for (JournalEntry entry : entries) {
                if (entry.read() instanceof JournalEntry.Reading.Known(Event.SaleCompleted sold)) {
                    pricing.used(session, sold.sale());
                }
            }
        });
    }
}
