package kmmotos.desktop.neighbours;

import java.util.List;
import java.util.UUID;
import kmmotos.desktop.stock.StockStore;
import kmmotos.desktop.sync.TillTables;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.JournalEntry;

/// What the neighbours did to the shop's stock and the server has not told yet, as part of this
/// till's figures; and the coupons they took, which are used up here too.
record LiveStock(TillTables tables) {
    /// Up to where the figures know this journal.
    long heardTo(UUID incarnation) {
        return tables.read(known -> known.heardTo(incarnation));
    }

    /// The server has another history: what was heard of this journal will never be told.
    void forget(UUID incarnation) {
        tables.write(known -> known.forgetHeard(incarnation));
    }

    /// @param retold up to here the journal repeats what older ones told
    void heard(DeviceId device, UUID incarnation, long retold, List<JournalEntry> entries) {
        tables.write(
                known -> known.heard(new StockStore.Heard(device, incarnation, retold, entries)));
    }
}
