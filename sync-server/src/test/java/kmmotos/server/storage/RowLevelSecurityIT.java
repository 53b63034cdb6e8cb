package kmmotos.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sales.Sale;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.staff.Role;
import kmmotos.model.staff.SampleStaff;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.server.TestServer;
import kmmotos.server.deposits.TestCounterOrders;
import kmmotos.server.mails.MailIT;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tries to read and write across stores and customers with the application's own role, past all
/// code.
class RowLevelSecurityIT {

    private static final StoreId S1 = SampleStores.SAO_PAULO.storeId();
    private static final StoreId PT1 = SampleStores.LISBON.storeId();

    private static TestServer server;
    private static TestTill paulista;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        paulista = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        TestTill lisboa = TestTill.enrol(server, SampleStores.LISBON, 1);
        paulista.sell();
        paulista.record(new Event.StockCounted(count(S1)));
        paulista.record(new Event.CashMoved(cashAt(paulista)));
        paulista.giveBack(paulista.sale(), 1);
        paulista.record(new Event.SaleLost(lostAt(paulista)));
        paulista.record(new Event.QuoteMade(quoteAt(paulista)));
        TestCounterOrders.place(paulista, CounterOrder.Kind.SPECIAL, "5.00");
        paulista.record(new Event.MailAsked(MailIT.mail(paulista)));
        paulista.record(
                new Event.CustomerChanged(SampleCustomers.RIDER, SampleStaff.ANA.staffId()));
        paulista.uploadAll();
        lisboa.receive(SamplePrices.PAD, Quantity.of(7));
        lisboa.record(new Event.StockCounted(count(PT1)));
        lisboa.record(
                new Event.TransferSent(
                        new Transfer(
                                UUID.randomUUID(),
                                PT1,
                                S1,
                                List.of(new Transfer.Line(SamplePrices.PAD, Quantity.ONE)))));
        lisboa.record(new Event.CashMoved(cashAt(lisboa)));
        lisboa.giveBack(lisboa.sale(), 1);
        lisboa.record(new Event.SaleLost(lostAt(lisboa)));
        lisboa.record(new Event.QuoteMade(quoteAt(lisboa)));
        TestCounterOrders.place(lisboa, CounterOrder.Kind.SPECIAL, "5.00");
        lisboa.record(new Event.MailAsked(MailIT.mail(lisboa)));
        lisboa.record(
                new Event.CustomerChanged(SampleCustomers.WORKSHOP, SampleStaff.ANA.staffId()));
        lisboa.uploadAll();
        noteABroughtJournal(paulista);
        noteABroughtJournal(lisboa);
        register("ana@example.com");
        register("bob@example.com");
    }

    private static Quote quoteAt(TestTill till) {
        Sale sale = till.sale();
        return new Quote(
                UUID.randomUUID(),
                Quote.number(till.till().storeId(), till.till().number(), 1),
                sale.store(),
                sale.device(),
                sale.businessDay(),
                sale.at(),
                sale.businessDay(),
                sale.staffId(),
                Optional.empty(),
                "",
                sale.lines(),
                sale.total(),
                "");
    }

    private static LostSale lostAt(TestTill till) {
        Sale sale = till.sale();
        return new LostSale(
                UUID.randomUUID(),
                sale.store(),
                sale.device(),
                sale.businessDay(),
                sale.at(),
                sale.staffId(),
                Optional.empty(),
                Optional.empty(),
                "mirror",
                Quantity.ONE,
                LostSale.Reason.NOT_LISTED);
    }

    private static CashMovement cashAt(TestTill till) {
        Sale sale = till.sale();
        return new CashMovement(
                UUID.randomUUID(),
                sale.shiftId(),
                sale.store(),
                sale.device(),
                sale.businessDay(),
                sale.at(),
                sale.staffId(),
                Optional.empty(),
                1,
                CashPurpose.TO_SAFE,
                sale.total(),
                "");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event",
                "journal_entry",
                "journal_stream",
                "stock_movement",
                "sale",
                "sale_line",
                "tender",
                "ledger_line",
                "takings",
                "cash_movement",
                "sale_return",
                "lost_sale",
                "quote",
                "counter_order",
                "counter_order_fact",
                "mail_outbox",
                "customer_change",
                "stock_count",
                "stock_count_line",
                "stock_count_mark",
                "till",
                "brought_journal"
            })
    void aTillSeesRowsOfItsStoreOnly(String table) throws SQLException {
        assertThat(storesIn(table, new Caller.Device(paulista.till().deviceId(), S1)))
                .doesNotContain("PT1");
        assertThat(storesIn(table, staff(Role.MANAGER, PT1))).doesNotContain("S1");
        assertThat(storesIn(table, new Caller.Visitor())).isEmpty();
        assertThat(storesIn(table, new Caller.Customer(UUID.randomUUID()))).isEmpty();
        assertThat(storesIn(table, new Caller.Server("test"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transfer", "transfer_line", "transfer_event"})
    void aTransferIsSeenByItsTwoStoresOnly(String table) throws SQLException {
        String query = "select 1 from " + table;
        assertThat(count(query, staff(Role.MANAGER, PT1))).isEqualTo(1);
        assertThat(count(query, staff(Role.MANAGER, S1))).isEqualTo(1);
        assertThat(count(query, staff(Role.MANAGER, new StoreId("NY1")))).isZero();
        assertThat(count(query, new Caller.Visitor())).isZero();
    }

    /// What is on its way to another store may be said; what it has may not.
    @Test
    void aStoreChangesOfAnotherOnlyWhatIsOnItsWayThere() throws SQLException {
        Caller lisbon = new Caller.Device(paulista.till().deviceId(), PT1);
        String call = "select km_stock_change('{S1}', '{SKU-X}', '{%d}', '{0}')";

        assertThat(count(call.formatted(0), lisbon)).isEqualTo(1);
        assertThatThrownBy(() -> count(call.formatted(1), lisbon))
                .hasMessageContaining("only the store itself");
        assertThatThrownBy(() -> count(call.formatted(0), new Caller.Visitor()))
                .hasMessageContaining("only the store itself");
    }

    @Test
    void staffWhoWorkEverywhereSeeAllStoresButNoPasswords() throws SQLException {
        Caller everywhere = new Caller.Staff(UUID.randomUUID(), Role.CASHIER, Set.of());

        assertThat(storesIn("till", everywhere)).contains("S1", "PT1");
        assertThat(count("select 1 from credential", everywhere)).isZero();
    }

    @Test
    void aCustomerSeesOnlyThemselves() throws SQLException {
        UUID ana = id("ana@example.com");

        assertThat(count("select 1 from customer", new Caller.Customer(ana))).isEqualTo(1);
        assertThat(count("select 1 from customer", new Caller.Visitor())).isZero();
        assertThat(count("select 1 from customer", staff(Role.CASHIER, S1)))
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "cart_line", "customer_order", "reservation"})
    void aCustomerNeverSeesAnothersCartOrOrder(String table) throws SQLException {
        UUID ana = id("ana@example.com");
        shopAs(ana);
        String query = "select 1 from " + table;

        assertThat(count(query, new Caller.Customer(ana))).isPositive();
        assertThat(count(query, new Caller.Customer(id("bob@example.com")))).isZero();
        assertThat(count(query, new Caller.Visitor())).isZero();
        assertThat(count(query, staff(Role.MANAGER, PT1))).isZero();
    }

    @Test
    void aStoreSeesItsOrdersAndNoCustomerChangesAnothers() throws SQLException {
        shopAs(id("ana@example.com"));
        Caller bob = new Caller.Customer(id("bob@example.com"));

        assertThat(storesIn("customer_order", staff(Role.CASHIER, S1))).containsOnly("S1");
        assertThat(update("update customer_order set state = 'cancelled'", bob)).isZero();
        assertThat(update("delete from cart", bob)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credential",
                "refresh_token",
                "sign_in_attempt",
                "enrolment",
                "mailed_token"
            })
    void nobodyButTheServerReadsSecrets(String table) throws SQLException {
        String query = "select 1 from " + table;

        assertThat(count(query, staff(Role.MANAGER, S1))).isZero();
        assertThat(count(query, new Caller.Customer(id("ana@example.com")))).isZero();
        assertThat(count(query, new Caller.Device(paulista.till().deviceId(), S1))).isZero();
        assertThat(count(query, new Caller.Visitor())).isZero();
    }

    @Test
    void onlyTheServerSaysWhatIsInTheBackup() throws SQLException {
        update(
                "insert into backup_proof (cluster, timeline) values ('1', '00000001')"
                        + " on conflict do nothing",
                new Caller.Server("test"));
        String lie = "update backup_proof set timeline = '0000000F'";

        assertThat(count("select 1 from backup_proof", new Caller.Visitor())).isZero();
        assertThat(update(lie, new Caller.Visitor())).isZero();
        assertThat(update(lie, new Caller.Device(paulista.till().deviceId(), S1))).isZero();
        assertThat(update(lie, staff(Role.HEAD_OFFICE, S1))).isZero();
    }

    @Test
    void aTillCannotBookForAnotherStore() {
        Caller till = new Caller.Device(paulista.till().deviceId(), S1);

        assertThatThrownBy(() ->
                        update(
                                "insert into takings (store_id, business_day, currency)"
                                        + " values ('PT1', '2026-11-21', 'EUR')",
                                till))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() ->
                        update(
                                "update stock_balance set on_hand = 1000"
                                        + " where store_id = 'PT1'",
                                till))
                .hasMessageContaining("only the store itself");
    }

    @Test
    void aShopperMayReserveButNotChangeWhatIsOnHand() throws SQLException {
        Caller visitor = new Caller.Visitor();

        assertThat(
                        update(
                                "update stock_balance set reserved = reserved + 1"
                                        + " where store_id = 'PT1'",
                                visitor))
                .isEqualTo(1);
        assertThatThrownBy(() -> update("update stock_balance set on_hand = 0", visitor))
                .hasMessageContaining("only the store itself");
        update("update stock_balance set reserved = 0", visitor);
    }

    @Test
    void factsAreNeverChangedOrRemoved() {
        Caller all = new Caller.Server("test");

        assertThatThrownBy(() -> update("update event set type = 'x'", all))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> update("delete from sale", all))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aCallersRightsEndWithTheTransaction() throws SQLException {
        try (Connection connection = server.testDatabase().asApplication()) {
            connection.setAutoCommit(false);
            become(connection, new Caller.Server("test"));
            connection.commit();

            assertThat(count(connection, "select 1 from till")).isZero();
        }
    }

    @Test
    void everyTableThatNamesAStoreACustomerOrADeviceIsUnderRowLevelSecurity() throws SQLException {
        try (Connection connection = server.testDatabase().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                select distinct relname from pg_class c
                                join pg_attribute a on a.attrelid = c.oid
                                where relkind = 'r' and not relrowsecurity
                                    and relnamespace = 'public'::regnamespace
                                    and attname in ('store_id', 'customer_id', 'device_id',
                                        'account_id')\
                                """)) {
            List<String> open = new ArrayList<>();
            while (row.next()) {
                open.add(row.getString(1));
            }
            assertThat(open).isEmpty();
        }
    }

    /// A cart and an order of one piece in São Paulo.
    private static void shopAs(UUID customer) throws SQLException {
        Caller shop = new Caller.Server("test");
        UUID id = UUID.randomUUID();
        List<String> rows =
                List.of(
                        "cart (cart_id, customer_id, store_id, created_at, changed_at)"
                                + " values ('%1$s', '%2$s', 'S1', now(), now())",
                        "cart_line (cart_id, sku, quantity) values ('%1$s', 'PAD', 1)",
                        "customer_order (order_id, number, store_id, customer_id, state, document,"
                                + " placed_at, expires_at, changed_at) values ('%1$s', '%1$s',"
                                + " 'S1', '%2$s', 'placed', '{}', now(), now(), now())",
                        "reservation (order_id, store_id, sku, quantity)"
                                + " values ('%1$s', 'S1', 'PAD', 1)");
        for (String row : rows) {
            update("insert into " + row.formatted(id, customer), shop);
        }
    }

    private static Caller staff(Role role, StoreId store) {
        return new Caller.Staff(UUID.randomUUID(), role, Set.of(store));
    }

    private static void register(String email) {
        server.client()
                .post(
                        "/api/shop/v1/customers",
                        Map.of("name", email, "email", email, "password", "ten chars or more"));
    }

    private static UUID id(String email) throws SQLException {
        try (Connection connection = server.testDatabase().asSuperuser();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "select customer_id from customer where email = ?")) {
            statement.setString(1, email);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static void noteABroughtJournal(TestTill till) {
        server.database()
                .execute(
                        new Caller.Server("test"),
                        session ->
                                Sql.update(
                                        session,
                                        "insert into brought_journal values (?, ?, 'a person', ?,"
                                                + " true, 1, 2, now(), now())",
                                        till.till().deviceId().value(),
                                        till.incarnation(),
                                        till.till().storeId().value()));
    }

    private static List<String> storesIn(String table, Caller caller) throws SQLException {
        try (Connection connection = as(caller);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select store_id from " + table)) {
            List<String> stores = new ArrayList<>();
            while (rows.next()) {
                stores.add(rows.getString(1));
            }
            return stores;
        }
    }

    private static StockCount count(StoreId store) {
        return new StockCount(
                UUID.randomUUID(),
                store,
                List.of(),
                List.of(new StockCount.Line(SamplePrices.PAD, Quantity.of(7), Quantity.of(7))));
    }

    private static int count(String query, Caller caller) throws SQLException {
        try (Connection connection = as(caller)) {
            return count(connection, query);
        }
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private static int update(String sql, Caller caller) throws SQLException {
        try (Connection connection = as(caller);
                Statement statement = connection.createStatement()) {
            int touched = statement.executeUpdate(sql);
            connection.commit();
            return touched;
        }
    }

    private static Connection as(Caller caller) throws SQLException {
        Connection connection = server.testDatabase().asApplication();
        connection.setAutoCommit(false);
        become(connection, caller);
        return connection;
    }

    private static void become(Connection connection, Caller caller) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select set_config('km.role', ?, true), set_config('km.subject', ?, true),"
                                + " set_config('km.stores', ?, true)")) {
            statement.setString(1, caller.databaseRole());
            statement.setString(2, caller.databaseSubject());
            statement.setString(3, caller.databaseStores());
            statement.execute();
        }
    }
}
