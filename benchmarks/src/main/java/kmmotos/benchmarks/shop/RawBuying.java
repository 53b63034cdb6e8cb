package kmmotos.benchmarks.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kmmotos.benchmarks.sync.BenchServer;
import kmmotos.server.storage.StorageFailed;

/// What the database could take at the most: the rows that a cart, a line and an order read and
/// write, by prepared statements from as many connections, in as many transactions, with nobody to
/// ask for prices and no row security.
final class RawBuying {

    private static final String CREATE =
            "insert into cart (cart_id, token_hash, store_id, created_at, changed_at)"
                    + " values (?, sha256('raw'), 'S1', now(), now())";
    private static final String ADD =
            "with bumped as (update cart set version = version + 1, changed_at = now()"
                    + " where cart_id = ? returning cart_id) insert into cart_line (cart_id, sku,"
                    + " quantity) select cart_id, ?, 1 from bumped on conflict (cart_id, sku) do"
                    + " update set quantity = cart_line.quantity + 1";
    private static final String READ =
            "select * from cart c left join cart_line l using (cart_id) left join variant v using"
                    + " (sku) left join stock_balance b on b.store_id = c.store_id and b.sku = l.sku"
                    + " where cart_id = ? order by l.position";
    private static final String LOCK = "select 1 from cart where cart_id = ? for update";
    private static final String RESERVE =
            "update stock_balance b set reserved = reserved + l.quantity from cart_line l"
                    + " where l.cart_id = ? and b.store_id = 'S1' and b.sku = l.sku";
    private static final String ORDER =
            "with placed as (insert into customer_order (order_id, number, store_id, state,"
                    + " document, placed_at, expires_at, changed_at) values (?, 'R-' ||"
                    + " nextval('order_number'), 'S1', 'placed', ?, now(), now(), now()))"
                    + " update cart set order_id = ? where cart_id = ?";
    private static final String HOLD =
            "insert into reservation (order_id, store_id, sku, quantity)"
                    + " select ?, 'S1', sku, quantity from cart_line where cart_id = ?";
    private static final String TELL =
            "with taken as (update feed_scope set n = n + 1 where scope = 'store/S1' returning n)"
                    + " insert into feed_entry (scope, n, entry_id, policy)"
                    + " select 'store/S1', n, ?, ? from taken";
    private static final String KEY =
            "insert into idempotency_key (caller, scope, key, payload_hash, status, headers, body)"
                    + " values ('raw', 'checkout', ?, sha256('raw'), 201, '{}',"
                    + " convert_to(?, 'UTF8'))";

    private final BenchServer server;
    private final PartsCatalogue parts;
    private final int connections;

    RawBuying(BenchServer server, PartsCatalogue parts, int connections) {
        this.server = server;
        this.parts = parts;
        this.connections = connections;
    }

    /// Lines a second.
    double adds(Duration time, int lines) {
        return run(time, lines, false);
    }

    /// Whole checkouts a second: a cart, two lines, the order.
    double checkouts(Duration time, int lines) {
        return run(time, lines, true);
    }

    private double run(Duration time, int lines, boolean orders) {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Random random = new Random(i);
                all.add(() -> buy(random, lines, orders, end));
            }
            int done = 0;
            for (Future<Integer> one : threads.invokeAll(all)) {
                done += one.get();
            }
            return done / ((System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the raw limit can't be measured", e);
        }
    }

    /// Answers how many lines, or orders, there were.
    private int buy(Random random, int lines, boolean orders, long end) {
        int done = 0;
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            String document = document(connection);
            while (System.nanoTime() < end) {
                UUID cart = UUID.randomUUID();
                execute(connection, CREATE, cart);
                connection.commit();
                for (int i = 0; i < lines && System.nanoTime() < end; i++) {
                    execute(connection, ADD, cart, parts.stocked(random));
                    execute(connection, READ, cart);
                    connection.commit();
                    done += orders ? 0 : 1;
                }
                if (orders) {
                    complete(connection, cart, document);
                    done++;
                }
            }
        } catch (SQLException e) {
            throw new StorageFailed("the raw limit can't be measured", e);
        }
        return done;
    }

    private static void complete(Connection connection, UUID cart, String document)
            throws SQLException {
        UUID order = UUID.randomUUID();
        execute(connection, LOCK, cart);
        execute(connection, READ, cart);
        execute(connection, RESERVE, cart);
        execute(connection, ORDER, order, document, order, cart);
        execute(connection, HOLD, order, cart);
        execute(connection, TELL, UUID.randomUUID(), document);
        execute(connection, KEY, order.toString(), document);
        connection.commit();
    }

    /// An order's, as long as they are.
    private static String document(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select document from customer_order limit 1")) {
            return row.next() ? row.getString(1) : "{}";
        }
    }

    /// The driver keeps a statement prepared that it has seen some times.
    private static void execute(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        var _ = rows.getObject(1);
                    }
                }
            }
        }
    }
}
