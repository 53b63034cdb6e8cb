package kmmotos.simulation.till;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.desktop.sync.TillTables;

/// A till's tables, which can't be read any more once their file is damaged: each page of H2 has a
/// checksum.
record FragileTables(TillTables whole, BooleanSupplier isDamaged) implements TillTables {

    @Override
    public <T> T inTransaction(Function<SyncTables, T> work) {
        check();
        return whole.inTransaction(work);
    }

    @Override
    public <T> T read(Function<SyncTables, T> work) {
        check();
        return whole.read(work);
    }

    private void check() {
        if (isDamaged.getAsBoolean()) {
            throw new StorageFailed(
                    "the till's database failed",
                    new IllegalStateException("a page of the file has another checksum"));
        }
    }
}
