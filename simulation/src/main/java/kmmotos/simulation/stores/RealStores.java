package kmmotos.simulation.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;
import kmmotos.server.storage.StorageFailed;
import kmmotos.simulation.Variant;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.server.ServerSide;
import kmmotos.simulation.till.SimulatedTables;
import kmmotos.simulation.time.Agenda;

/// A real PostgreSQL for the server and real H2 files for the tills, one set for each run.
final class RealStores implements Stores {

    private static final String TEMPLATE = "km_simulation";

    private final Path folder;
    private final Postgres postgres;
    private final List<AutoCloseable> open = new ArrayList<>();
    private boolean hasTemplate;
    private int made;

    RealStores(Path folder, Postgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    @Override
    public ServerSide server(
            Shops shops, CrashPoints points, Clock clock, RandomGenerator random, Variant variant) {
        if (!hasTemplate) {
            makeTemplate();
        }
        postgres.create(database(), TEMPLATE);
        settle(shops);
        DatabaseSide side = DatabaseSide.open(postgres, database(), points, clock);
        open.add(side);
        return side;
    }

    private static String database() {
        return TEMPLATE + "_run";
    }

    private void makeTemplate() {
        postgres.create(TEMPLATE, "template1");
        DatabaseSide.database(postgres, TEMPLATE).close();
        try (Connection connection = postgres.connect(TEMPLATE);
                Statement statement = connection.createStatement()) {
            statement.execute(versions());
        } catch (SQLException e) {
            throw new StorageFailed("the server's versions can't be kept", e);
        }
        hasTemplate = true;
    }

    private static String versions() {
        try (InputStream in =
                Objects.requireNonNull(RealStores.class.getResourceAsStream("versions.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void settle(Shops shops) {
        try (Connection connection = postgres.connect(database())) {
            for (Store store : shops.stores()) {
                settle(connection, store);
            }
            for (Till till : shops.tills()) {
                settle(connection, till);
            }
            for (Shops.Customer customer : shops.customers()) {
                settle(connection, customer);
            }
        } catch (SQLException e) {
            throw new StorageFailed("the shops can't be settled", e);
        }
    }

    private static void settle(Connection connection, Store store) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into store values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, store.storeId().value());
            insert.setString(2, store.name());
            insert.setString(3, store.zone());
            insert.setString(4, store.timeZone().getId());
            insert.setString(5, store.currency().getCurrencyCode());
            insert.setString(6, store.taxPlace());
            insert.setString(7, store.language());
            insert.setBoolean(8, store.pricesIncludeTax());
            insert.setArray(9, connection.createArrayOf("text", store.address().toArray()));
            insert.setString(10, store.taxNumber());
            insert.executeUpdate();
        }
    }

    private static void settle(Connection connection, Till till) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into till (device_id, store_id, number, name, public_key,"
                                + " enrolled_at) values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, till.deviceId().value());
            insert.setString(2, till.storeId().value());
            insert.setInt(3, till.number());
            insert.setString(4, till.name());
            insert.setBytes(5, Base64.getDecoder().decode(Shops.publicKey(till)));
            insert.setTimestamp(6, Timestamp.from(Agenda.BEGIN));
            insert.executeUpdate();
        }
    }

    private static void settle(Connection connection, Shops.Customer customer) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into lease_account (kind, subject, currency, limit_minor,"
                                + " home_store) values ('CREDIT', ?, ?, ?, ?)")) {
            insert.setString(1, customer.subject().id());
            insert.setString(2, Goods.CURRENCY.getCurrencyCode());
            insert.setLong(3, customer.limit());
            insert.setString(4, customer.home().value());
            insert.executeUpdate();
        }
    }

    @Override
    public SimulatedTables till(CrashPoints points) {
        FileTables tables = new FileTables(folder.resolve("till-" + made++), points);
        open.add(tables);
        return tables;
    }

    @Override
    public void endRun() {
        for (AutoCloseable part : open.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                throw new StorageFailed("a run's tables can't be closed", e);
            }
        }
        open.clear();
        postgres.drop(database());
        empty(folder);
    }

    @Override
    public void close() {
        endRun();
        if (hasTemplate) {
            postgres.drop(TEMPLATE);
        }
        postgres.close();
    }

    private void empty(Path of) {
        try (Stream<Path> files = Files.walk(of)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> file.startsWith(of) && !file.equals(of))
                    .filter(file -> file.getName(of.getNameCount()).toString().startsWith("till-"))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
