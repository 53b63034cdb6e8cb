package kmmotos.simulation.stores;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.catalog.Brand;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stock.TransferRequest;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.storage.StorageFailed;
import kmmotos.server.sync.JournalStream;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.Asked;
import kmmotos.simulation.server.ServerState.Balance;
import kmmotos.simulation.server.ServerState.CouponUses;
import kmmotos.simulation.server.ServerState.DayKey;
import kmmotos.simulation.server.ServerState.Entry;
import kmmotos.simulation.server.ServerState.EntryKey;
import kmmotos.simulation.server.ServerState.FeedKey;
import kmmotos.simulation.server.ServerState.Moved;
import kmmotos.simulation.server.ServerState.Oversell;
import kmmotos.simulation.server.ServerState.PublishedList;
import kmmotos.simulation.server.ServerState.Raised;
import kmmotos.simulation.server.ServerState.ShiftProof;
import kmmotos.simulation.server.ServerState.StockKey;
import kmmotos.simulation.server.ServerState.Stored;
import kmmotos.simulation.server.ServerState.Stream;
import kmmotos.simulation.server.ServerState.StreamKey;
import kmmotos.simulation.server.ServerState.Takings;

/// Reads all that a server's database holds, in the terms of the simulation.
final class StoredServer {

    private static final HexFormat HEX = HexFormat.of();

    private final Connection connection;
    private final ServerState state = new ServerState();

    private StoredServer(Connection connection) {
        this.connection = connection;
    }

    static ServerState read(Connection connection) {
        StoredServer server = new StoredServer(connection);
        server.journals();
        server.facts();
        server.books();
        server.orders();
        new StoredGoods(connection, server.state).read();
        server.shortages();
        server.setAside();
        new StoredLeases(connection, server.state).read();
        server.policies();
        server.feed();
        server.state.history().commit();
        return server.state;
    }

    private void journals() {
        each(
                "select * from till",
                row -> {
                    Till till = till(row);
                    state.tills.put(till.deviceId().value(), till);
                });
        each(
                "select * from store_contact",
                row -> state.contacts.put(store(row), instant(row, "last_contact")));
        each(
                "select * from journal_stream order by begun_at",
                row ->
                        state.streams.put(
                                stream(row),
                                new Stream(
                                        new JournalStream(
                                                uuid(row, "incarnation"),
                                                row.getLong("have_seq"),
                                                HEX.formatHex(row.getBytes("have_hash")),
                                                row.getLong("safe_seq")),
                                        state.streams.size() + 1L)));
        each(
                "select * from journal_entry order by device_id, incarnation, seq",
                row -> {
                    EntryKey place = new EntryKey(stream(row), row.getLong("seq"));
                    UUID event = uuid(row, "event_id");
                    state.entries.put(place, new Entry(event, HEX.formatHex(row.getBytes("hash"))));
                    List<EntryKey> places = new ArrayList<>(state.placesOf(event));
                    places.add(place);
                    state.places.put(event, List.copyOf(places));
                });
    }

    private void facts() {
        each(
                "select e.*, number, name from event e join till using (device_id)",
                row ->
                        state.events.put(
                                uuid(row, "event_id"),
                                new Stored(
                                        till(row),
                                        entry(row.getBytes("fact")),
                                        HEX.formatHex(row.getBytes("fact_hash")))));
        each(
                "select x.*, number, name from event_exception x join till using (device_id)",
                row ->
                        state.raised.put(
                                uuid(row, "exception_id"),
                                new Raised(
                                        uuid(row, "exception_id"),
                                        till(row),
                                        entry(row.getBytes("fact")),
                                        row.getString("code"),
                                        row.getString("cause"),
                                        "",
                                        instant(row, "raised_at"),
                                        row.getObject("solved_at") != null)));
    }

    private void books() {
        each(
                "select * from stock_balance",
                row ->
                        state.balances.put(
                                new StockKey(store(row), sku(row)),
                                new Balance(quantity(row, "on_hand"), quantity(row, "reserved"))));
        each(
                "select * from stock_movement where reason <> 'stock_counted'"
                        + " order by event_id, line",
                row ->
                        state.movements(new StockKey(store(row), sku(row)))
                                .add(new Moved(uuid(row, "event_id"), movement(row))));
        each(
                """
                select store_id, sku, sum(case when to_location = 'STORE' then quantity
                    else -quantity end) as quantity
                from stock_movement where reason = 'stock_counted' group by store_id, sku\
                """,
                row ->
                        state.adjusted.put(
                                new StockKey(store(row), sku(row)), quantity(row, "quantity")));
        each(
                "select event_id from sale union all select event_id from cash_movement",
                row -> {
                    UUID id = uuid(row, "event_id");
                    known(state, id)
                            .ifPresent(event -> {
                                switch (event) {
                                    case Event.SaleCompleted(var sale) -> state.sales.put(id, sale);
                                    case Event.CashMoved(var movement) ->
                                            state.cashMovements.put(id, movement);
                                    default -> {}
                                }
                            });
                });
        each(
                """
                select jsonb_strip_nulls(jsonb_build_object('customer_id', customer_id,
                    'kind', kind, 'name', name, 'phone', phone, 'active', active,
                    'garage', garage::jsonb, 'changed', changed::jsonb))::text as document
                from customer where customer_id in (select customer_id from customer_change)\
                """,
                row -> {
                    Customer customer = json(row.getString("document"), Customer.class);
                    state.customers.put(customer.customerId(), customer);
                });
        each(
                "select store_id || ' ' || account as of, sum(amount_minor) as minor"
                        + " from ledger_line group by store_id, account",
                row -> state.ledger.put(row.getString("of"), row.getLong("minor")));
        each(
                "select * from takings",
                row ->
                        state.takings.put(
                                new DayKey(
                                        store(row),
                                        row.getObject("business_day", java.time.LocalDate.class)),
                                new Takings(
                                        row.getLong("sales"),
                                        row.getLong("total_minor"),
                                        row.getLong("tax_minor"))));
        each(
                "select * from shift",
                row ->
                        state.shifts.put(
                                uuid(row, "shift_id"),
                                new ShiftProof(
                                        new DeviceId(uuid(row, "device_id")),
                                        Optional.ofNullable(row.getString("proof"))
                                                .map("proved"::equals))));
        each(
                "select * from payment_intent",
                row -> state.payments.put(uuid(row, "intent_id"), row.getString("state")));
    }

    static Optional<Event> known(ServerState state, UUID eventId) {
        return state.events
                .get(eventId)
                .filter(stored -> stored.entry().read() instanceof JournalEntry.Reading.Known)
                .map(stored -> ((JournalEntry.Reading.Known) stored.entry().read()).event());
    }

    private void orders() {
        each(
                "select * from customer_order",
                row ->
                        state.orders.put(
                                uuid(row, "order_id"),
                                json(row.getString("document"), Order.class)));
        each(
                "select * from reservation order by order_id, sku",
                row -> {
                    List<StockMovement> held =
                            new ArrayList<>(
                                    state.reservations.get(uuid(row, "order_id"), List.of()));
                    held.add(
                            new StockMovement(
                                    store(row),
                                    sku(row),
                                    quantity(row, "quantity"),
                                    Location.STORE,
                                    Location.CUSTOMER));
                    state.reservations.put(uuid(row, "order_id"), List.copyOf(held));
                });
    }

    /// In the order in which they began.
    private void shortages() {
        each(
                "select * from oversell_case order by store_id, sku, opened_at, closed_at",
                row -> {
                    StockKey of = new StockKey(store(row), sku(row));
                    List<Oversell> cases = new ArrayList<>(state.oversells.get(of, List.of()));
                    cases.add(
                            new Oversell(
                                    uuid(row, "case_id"),
                                    of,
                                    cases.size(),
                                    instant(row, "opened_at"),
                                    0,
                                    Optional.ofNullable(
                                                    row.getObject(
                                                            "closed_at", OffsetDateTime.class))
                                            .map(OffsetDateTime::toInstant),
                                    row.getBoolean("told"),
                                    row.getBoolean("end_told")));
                    state.oversells.put(of, List.copyOf(cases));
                });
        each(
                "select * from transfer_request",
                row ->
                        state.requests.put(
                                uuid(row, "request_id"),
                                new Asked(
                                        json(row.getString("document"), TransferRequest.class),
                                        Optional.ofNullable(uuid(row, "case_id")),
                                        row.getString("state").equals("open"))));
    }

    private void setAside() {
        each(
                "select * from online_stock",
                row -> {
                    StockKey key = new StockKey(store(row), sku(row));
                    state.keptByOffice.put(key, quantity(row, "set_aside"));
                    Optional.ofNullable(row.getString("shop_document"))
                            .map(document -> json(document, SetAside.class))
                            .ifPresent(kept -> state.setAsides.put(key, kept));
                });
    }

    private void policies() {
        each(
                "select * from price_list",
                row ->
                        state.priceLists.put(
                                row.getString("price_list_id"),
                                new PublishedList(
                                        json(
                                                new String(
                                                        row.getBytes("document"),
                                                        StandardCharsets.UTF_8),
                                                PriceList.class),
                                        instant(row, "published_at"))));
        each(
                "select * from coupon",
                row ->
                        state.coupons.put(
                                row.getString("code"),
                                new CouponUses(
                                        json(row.getString("document"), Coupon.class),
                                        row.getInt("uses"),
                                        row.getInt("told_uses"))));
        each(
                "select * from promotion",
                row -> {
                    Promotion promotion = json(row.getString("document"), Promotion.class);
                    state.promotions.put(promotion.promotionId(), promotion);
                });
        each(
                "select code, name from brand",
                row ->
                        state.brands.put(
                                row.getString("code"),
                                new Brand(row.getString("code"), row.getString("name"))));
    }

    private void feed() {
        each(
                "select * from feed_scope",
                row -> {
                    state.feedCounters.put(row.getString("scope"), row.getLong("n"));
                    state.feedOldest.put(row.getString("scope"), row.getLong("oldest"));
                });
        each(
                "select * from feed_entry",
                row ->
                        state.feed.put(
                                new FeedKey(row.getString("scope"), row.getLong("n")),
                                new FeedEntry(
                                        new Scope(row.getString("scope")),
                                        row.getLong("n"),
                                        uuid(row, "entry_id"),
                                        json(row.getString("policy"), Policy.class))));
    }

    interface Reader {
        void take(ResultSet row) throws SQLException;
    }

    private void each(String sql, Reader reader) {
        each(connection, sql, reader);
    }

    static void each(Connection connection, String sql, Reader reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.take(rows);
            }
        } catch (SQLException e) {
            throw new StorageFailed("the server's tables can't be read: " + sql, e);
        }
    }

    private static StreamKey stream(ResultSet row) throws SQLException {
        return new StreamKey(new DeviceId(uuid(row, "device_id")), uuid(row, "incarnation"));
    }

    private static Till till(ResultSet row) throws SQLException {
        return new Till(
                new DeviceId(uuid(row, "device_id")),
                store(row),
                row.getInt("number"),
                row.getString("name"));
    }

    private static StockMovement movement(ResultSet row) throws SQLException {
        return new StockMovement(
                store(row),
                sku(row),
                quantity(row, "quantity"),
                Location.valueOf(row.getString("from_location")),
                Location.valueOf(row.getString("to_location")));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static StoreId store(ResultSet row) throws SQLException {
        return new StoreId(row.getString("store_id"));
    }

    static Sku sku(ResultSet row) throws SQLException {
        return new Sku(row.getString("sku"));
    }

    static Quantity quantity(ResultSet row, String column) throws SQLException {
        return Quantity.of(row.getBigDecimal(column));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static <T> T json(String text, Class<T> type) {
        try {
            return Json.MAPPER.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A stored fact has no place in a journal; it is told without one.
    private static JournalEntry entry(byte[] fact) {
        try {
            ObjectNode tree = (ObjectNode) Json.MAPPER.readTree(fact);
            tree.put("seq", 0);
            return Json.MAPPER.treeToValue(tree, JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
