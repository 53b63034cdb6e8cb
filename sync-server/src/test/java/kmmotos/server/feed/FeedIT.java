package kmmotos.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.storage.Database;
import kmmotos.server.sync.TestTill;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FeedIT {

    private static final Caller SERVER = new Caller.Server("test");
    private static final int WRITERS = 6;
    private static final int EACH = 40;

    private static TestServer server;
    private static TestTill till;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        till = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aReaderAmongConcurrentWritersMissesNothing() throws Exception {
        Scope scope = Scope.device(new DeviceId(UUID.randomUUID()));
        List<FeedEntry> seen = new ArrayList<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                running.add(writers.submit(writer(scope)));
            }
            Cursor cursor = Cursor.START;
            while (seen.size() < WRITERS * EACH) {
                FeedPage page = page(List.of(scope), cursor);
                seen.addAll(page.entries());
                cursor = page.cursor();
                for (Future<Boolean> done : running) {
                    assertThat(done.state()).isNotEqualTo(Future.State.FAILED);
                }
            }
        }

        assertThat(seen.stream().map(FeedEntry::n))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, WRITERS * EACH).boxed().toList());
    }

    @Test
    void whatIsRolledBackLeavesNoGap() {
        Scope scope = Scope.device(new DeviceId(UUID.randomUUID()));
        publish(scope);
        try {
            server.database()
                    .execute(
                            SERVER,
                            session -> {
                                Feed.publish(session, scope, List.of(customer()));
                                throw new IllegalStateException("the work failed");
                            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the work failed");
        }
        publish(scope);

        assertThat(page(List.of(scope), Cursor.START).entries().stream().map(FeedEntry::n))
                .containsExactly(1L, 2L);
    }

    @Test
    void aPositionTheServerDoesNotKnowAsksForASnapshot() {
        Scope scope = Scope.device(new DeviceId(UUID.randomUUID()));
        publish(scope);
        Cursor ahead =
                Cursor.START.with(
                        scope, new Cursor.Position(1, java.util.Optional.of(UUID.randomUUID())));

        FeedPage page = page(List.of(scope), ahead);

        assertThat(page.snapshotScopes()).containsExactly(scope);
        assertThat(page.entries()).isEmpty();
    }

    @Test
    void afterASweepAnOldPositionAsksForASnapshotAndTheLastStaysValid() {
        Scope scope = Scope.device(new DeviceId(UUID.randomUUID()));
        publish(scope);
        Cursor first = page(List.of(scope), Cursor.START).cursor();
        publish(scope);
        Cursor last = page(List.of(scope), first).cursor();
        age(scope);

        FeedStore.sweep(server.database());

        assertThat(page(List.of(scope), first).snapshotScopes()).containsExactly(scope);
        assertThat(page(List.of(scope), Cursor.START).snapshotScopes()).containsExactly(scope);
        assertThat(page(List.of(scope), last).snapshotScopes()).isEmpty();
    }

    @Test
    void aSweepDoesNotTouchAScopeThatHasNothingOld() throws SQLException {
        Scope scope = Scope.device(new DeviceId(UUID.randomUUID()));
        publish(scope);
        String before = version(scope);

        FeedStore.sweep(server.database());

        assertThat(version(scope)).isEqualTo(before);
    }

    @Test
    void aWaitingTillIsWokenByNewsFromAnyNode() throws Exception {
        try (TestServer other = TestServer.start(server.testDatabase(), java.util.Map.of());
                ExecutorService waiter = Executors.newVirtualThreadPerTaskExecutor()) {
            // A node that starts tells of the key that it signs coupons with.
            Cursor now = till.feed(Cursor.START, 0).cursor();
            Future<FeedPage> waiting = waiter.submit(() -> till.feed(now, 20));
            publish(other.database(), Scope.CUSTOMERS);

            assertThat(waiting.get().entries()).hasSize(1);
        }
    }

    @Test
    void aTillSeesItsOwnScopesOnly() {
        publish(Scope.store(SampleStores.LISBON.storeId()));
        publish(Scope.store(SampleStores.SAO_PAULO.storeId()));

        assertThat(till.feed(Cursor.START, 0).entries())
                .extracting(FeedEntry::scope)
                .contains(Scope.store(SampleStores.SAO_PAULO.storeId()))
                .doesNotContain(Scope.store(SampleStores.LISBON.storeId()));
    }

    private static Callable<Boolean> writer(Scope scope) {
        return () -> {
            for (int i = 0; i < EACH; i++) {
                publish(scope);
            }
            return true;
        };
    }

    private static void publish(Scope scope) {
        publish(server.database(), scope);
    }

    private static void publish(Database database, Scope scope) {
        database.execute(SERVER, session -> Feed.publish(session, scope, List.of(customer())));
    }

    private static Policy customer() {
        return new Policy.CustomerChanged(SampleCustomers.WORKSHOP);
    }

    private static FeedPage page(List<Scope> scopes, Cursor cursor) {
        return server.database()
                .inTransaction(
                        SERVER, session -> FeedReader.page(new FeedStore(session), scopes, cursor));
    }

    /// Another one whenever the scope's row was written.
    private static String version(Scope scope) throws SQLException {
        try (var connection = server.testDatabase().asSuperuser();
                var statement =
                        connection.prepareStatement(
                                "select xmin::text || ' ' || xmax from feed_scope where scope = ?")) {
            statement.setString(1, scope.value());
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static void age(Scope scope) {
        try (var connection = server.testDatabase().asSuperuser();
                var statement =
                        connection.prepareStatement(
                                "update feed_entry set at = now() - interval '91 days'"
                                        + " where scope = ?")) {
            statement.setString(1, scope.value());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
