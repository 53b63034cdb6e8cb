package kmmotos.server.serials;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import kmmotos.model.catalog.Sku;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.serials.SerialStep;
import kmmotos.model.stores.StoreId;
import kmmotos.server.storage.Sql;
import org.hibernate.StatelessSession;

/// What is known of pieces, at every store.
final class SerialStore {

    private SerialStore() {}

    static SerialHistory history(StatelessSession session, String serial) {
        List<SerialStep> steps =
                Sql.list(
                        session,
                        "select kind, sku, store_id, at, reference from km_serial_steps(?, ?)",
                        row -> step(serial, row),
                        serial,
                        SerialHistory.MAX_STEPS);
        return new SerialHistory(serial, steps);
    }

    private static SerialStep step(String serial, ResultSet row) throws SQLException {
        return new SerialStep(
                serial,
                SerialStep.Kind.valueOf(row.getString("kind")),
                new Sku(row.getString("sku")),
                new StoreId(row.getString("store_id")),
                Sql.instant(row, "at"),
                row.getString("reference"));
    }
}
