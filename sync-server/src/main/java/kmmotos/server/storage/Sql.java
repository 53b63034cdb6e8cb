package kmmotos.server.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.model.money.Money;
import kmmotos.model.sync.Json;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Plain SQL inside a session's transaction, for set-based statements and for reads that fit no
/// entity. A column of numbers or texts goes in as one [Column] parameter and is opened by
/// `unnest`.
public final class Sql {

    private Sql() {}

    /// Reads one row of a result.
    @FunctionalInterface
    public interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /// Many values of one PostgreSQL type, sent as an array.
    public record Column(String type, List<? extends @Nullable Object> values) {

        /// The driver sends arrays of these types in binary, which PostgreSQL need not parse, and
        /// all others as text.
        private @Nullable Object[] array() {
            return switch (type) {
                case "bytea" -> values.toArray(byte[][]::new);
                case "text" -> values.toArray(String[]::new);
                case "bigint" -> values.toArray(Long[]::new);
                case "integer" -> values.toArray(Integer[]::new);
                default -> values.toArray();
            };
        }

        private Array in(Connection connection) throws SQLException {
            return type.equals("uuid")
                    ? UuidArray.of(connection, values)
                    : connection.createArrayOf(type, array());
        }

        public static Column texts(List<? extends @Nullable Object> values) {
            return new Column("text", values);
        }

        public static Column numbers(List<BigDecimal> values) {
            return new Column("numeric", values);
        }

        public static Column integers(List<Integer> values) {
            return new Column("integer", values);
        }

        public static Column bytes(List<byte[]> values) {
            return new Column("bytea", values);
        }

        public static Column days(List<LocalDate> values) {
            return new Column("date", values.stream().map(LocalDate::toString).toList());
        }

        /// One value of each row.
        public static <T> Column of(
                String type, List<T> rows, Function<T, ? extends @Nullable Object> value) {
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(value.apply(row)));
            return new Column(type, values);
        }

        public static Column longs(List<Long> values) {
            return new Column("bigint", values);
        }

        public static Column uuids(List<? extends @Nullable UUID> values) {
            return new Column("uuid", values);
        }

        public static Column optionalUuids(List<Optional<UUID>> values) {
            return new Column(
                    "uuid",
                    values.stream()
                            .map(value -> value.orElse(null))
                            .collect(
                                    ArrayList<@Nullable Object>::new,
                                    ArrayList::add,
                                    ArrayList::addAll));
        }

        public static Column instants(List<? extends @Nullable Instant> values) {
            return new Column(
                    "timestamptz",
                    values.stream()
                            .map(at -> at == null ? null : at.toString())
                            .collect(
                                    ArrayList<@Nullable Object>::new,
                                    ArrayList::add,
                                    ArrayList::addAll));
        }
    }

    public static <T> List<T> list(
            StatelessSession session,
            String sql,
            RowReader<T> reader,
            @Nullable Object... parameters) {
        return run(
                session,
                sql,
                parameters,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        List<T> all = new ArrayList<>();
                        while (rows.next()) {
                            all.add(reader.read(rows));
                        }
                        return all;
                    }
                });
    }

    public static <T> Optional<T> first(
            StatelessSession session,
            String sql,
            RowReader<T> reader,
            @Nullable Object... parameters) {
        return run(
                session,
                sql,
                parameters,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next()
                                ? Optional.ofNullable(reader.read(rows))
                                : Optional.empty();
                    }
                });
    }

    /// Runs a statement that returns no rows; answers how many rows it touched.
    public static int update(StatelessSession session, String sql, @Nullable Object... parameters) {
        return run(session, sql, parameters, PreparedStatement::executeUpdate);
    }

    /// Does something with a prepared statement.
    @FunctionalInterface
    private interface Use<T> {
        T apply(PreparedStatement statement) throws SQLException;
    }

    /// A failure leaves here as [StorageFailed] before Hibernate sees it: Hibernate would mark the
    /// whole transaction for rollback, although a savepoint may save it.
    private static <T> T run(
            StatelessSession session, String sql, @Nullable Object[] parameters, Use<T> use) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return use.apply(statement);
            } catch (SQLException e) {
                throw new StorageFailed(String.valueOf(e.getMessage()), e);
            }
        });
    }

    /// Reads a timestamp that is never null.
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Reads a timestamp that may be null.
    public static Optional<Instant> optionalInstant(ResultSet row, String column)
            throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /// Reads minor units of the money that the row names as its `currency`.
    public static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column), Currency.getInstance(row.getString("currency")));
    }

    /// Reads a JSON document.
    public static <T> T json(ResultSet row, String column, Class<T> type) throws SQLException {
        try {
            return Json.MAPPER.readValue(row.getString(column), type);
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored " + type.getSimpleName() + " can't be read", e);
        }
    }

    /// Prepares a statement with its parameters; for those who stream a large result.
    public static PreparedStatement prepare(
            Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        StatementCount.sent();
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(connection, statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setObject(at, null);
            case Column column -> statement.setArray(at, column.in(connection));
            case Instant instant ->
                    statement.setObject(at, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            case byte[] bytes -> statement.setBytes(at, bytes);
            default -> statement.setObject(at, value);
        }
    }
}
