package kmmotos.server.stock;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.Sql;
import kmmotos.server.sync.SnapshotPart;
import org.hibernate.StatelessSession;

/// Up to where the stock figures beside it hold each journal of the store, head office's included:
/// the cut that a count begins with.
public final class StockSeenPart implements SnapshotPart {

    @Override
    public Scope scope(Store store) {
        return Scope.store(store.storeId());
    }

    @Override
    public String type() {
        return "stock_seen";
    }

    @Override
    public long count(StatelessSession session, Store store) {
        return 1;
    }

    @Override
    public void write(StatelessSession session, Store store, Consumer<Policy> out) {
        List<JournalMark> marks =
                Sql.list(
                        session,
                        """
                        select device_id, incarnation, have_seq as seq from journal_stream
                        where store_id = ?
                        union all
                        select ?, ?, max(n) from stock_booking where store_id = ?
                        having count(*) > 0 order by 1, 2\
                        """,
                        row ->
                                new JournalMark(
                                        new DeviceId(row.getObject("device_id", UUID.class)),
                                        row.getObject("incarnation", UUID.class),
                                        row.getLong("seq")),
                        store.storeId().value(),
                        HeadOfficeJournal.DEVICE.value(),
                        HeadOfficeJournal.INCARNATION,
                        store.storeId().value());
        out.accept(new Policy.StockSeen(store.storeId(), marks));
    }
}
