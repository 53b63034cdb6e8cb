package kmmotos.benchmarks.growth;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The indexes of some tables, taken away while the tables are filled.
///
/// @param again the statements that make them, one each
record Indexes(List<String> again) {

    Indexes {
        again = List.copyOf(again);
    }

    static Indexes drop(Connection connection, List<String> tables) throws SQLException {
        String of = "(" + String.join(", ", tables.stream().map(t -> "'" + t + "'").toList()) + ")";
        List<String> again = new ArrayList<>();
        take(
                connection,
                "select format('alter table %I drop constraint %I', r.relname, c.conname),"
                        + " format('alter table %I add constraint %I %s', r.relname, c.conname,"
                        + " pg_get_constraintdef(c.oid)) from pg_constraint c join pg_class r on"
                        + " r.oid = c.conrelid where c.contype in ('p', 'u') and r.relname in "
                        + of,
                again);
        take(
                connection,
                "select format('drop index %I', indexname), indexdef from pg_indexes where"
                        + " schemaname = 'public' and tablename in "
                        + of,
                again);
        return new Indexes(again);
    }

    /// @param query what drops each, and what makes it again
    private static void take(Connection connection, String query, List<String> again)
            throws SQLException {
        List<String> drops = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    drops.add(rows.getString(1));
                    again.add(rows.getString(2));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }
}
