package kmmotos.desktop.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/// Set-based SQL in the session's transaction, where a loop of single statements would be slow.
///
/// A list is joined as `unnest(?)`. With `= any (?)` H2 compares each row that an index finds with
/// the whole list once more: of 20,000 ids, 400 million times.
public final class Sql {
    private static final int BATCH_ROWS = 1_000;

    private Sql() {}

    /// Runs one statement for many rows of parameters.
    public static void batch(StatelessSession session, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                add(statement, rows);
            }
        });
    }

    private static void add(PreparedStatement statement, List<Object[]> rows) throws SQLException {
        int waiting = 0;
        for (Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
            statement.addBatch();
            if (++waiting == BATCH_ROWS) {
                statement.executeBatch();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            statement.executeBatch();
        }
    }

    /// Runs one statement; parameters by place.
    public static int run(StatelessSession session, String sql, Object... parameters) {
        var query = session.createNativeMutationQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }

    /// The second column of a query by the first one; its parameter is an array of ids.
    public static Map<UUID, String> texts(StatelessSession session, UUID[] ids, String sql) {
        Map<UUID, String> texts = new HashMap<>();
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, ids);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        texts.put(rows.getObject(1, UUID.class), rows.getString(2));
                    }
                }
            }
        });
        return texts;
    }

    /// The rows of a query with one column, or of a row class; parameters by place.
    public static <T> List<T> list(
            StatelessSession session, Class<T> type, int limit, String sql, Object... parameters) {
        var query = session.createNativeQuery(sql, type);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.setMaxResults(limit).getResultList();
    }
}
