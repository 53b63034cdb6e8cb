package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.SnapshotHeader;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.StateSum;
import kmmotos.server.TestServer;
import kmmotos.server.storage.Caller;
import kmmotos.server.stores.StoreStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SnapshotIT {

    private static final int RECEIPTS = 30;

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void itHoldsWhatItsHeaderCounts() throws JsonProcessingException {
        TestTill till = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        till.receive(SamplePrices.PAD, Quantity.of(5));
        till.uploadAll();

        List<String> lines = till.snapshot();

        SnapshotHeader header = Json.MAPPER.readValue(lines.getFirst(), SnapshotHeader.class);
        long counted = header.counts().values().stream().mapToLong(Long::longValue).sum();
        assertThat(header.incarnation()).contains(till.incarnation());
        assertThat(header.haveSeq()).isEqualTo(1);
        assertThat(header.counts()).containsEntry("stock_level", 1L);
        assertThat(lines).hasSize((int) counted + 2);
        assertThat(lines.getLast()).isEqualTo("{\"end\":" + counted + "}");
        assertThat(policies(lines))
                .contains(new Policy.StoreChanged(SampleStores.SAO_PAULO))
                .anyMatch(Policy.StaffChanged.class::isInstance);
    }

    @Test
    void onlyTheWantedScopesAreInIt() throws JsonProcessingException {
        TestTill till = TestTill.enrol(server, SampleStores.SAO_PAULO, 2);
        String path = "/sync/v1/devices/" + till.till().deviceId() + "/snapshot?scopes=customers";

        List<String> lines = till.get(path).text().lines().toList();

        SnapshotHeader header = Json.MAPPER.readValue(lines.getFirst(), SnapshotHeader.class);
        assertThat(header.counts()).containsOnlyKeys("customer_changed");
        assertThat(header.cursor().positions()).hasSize(1);
    }

    /// Stock in the snapshot plus the changes after its cursor is the stock at the end, although
    /// another till books while the snapshot is made.
    @Test
    void nothingFallsBetweenSnapshotAndFeed() throws Exception {
        TestTill busy = TestTill.enrol(server, SampleStores.LISBON, 1);
        TestTill fresh = TestTill.enrol(server, SampleStores.LISBON, 2);
        List<List<String>> snapshots = new ArrayList<>();
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> booking =
                    () -> {
                        for (int i = 1; i <= RECEIPTS; i++) {
                            busy.receive(SamplePrices.PAD, Quantity.ONE);
                            busy.upload(busy.batch(i, i));
                        }
                        return true;
                    };
            Future<Boolean> booked = other.submit(booking);
            while (!booked.isDone()) {
                snapshots.add(fresh.snapshot());
            }
            assertThat(booked.get()).isTrue();
        }
        snapshots.add(fresh.snapshot());

        for (List<String> snapshot : snapshots) {
            assertThat(stock(snapshot).plus(changesAfter(fresh, snapshot)))
                    .isEqualTo(Quantity.of(RECEIPTS));
        }
    }

    @Test
    void theTillsOfAStoreAreToldToEachOtherAndToNobodyElse() throws JsonProcessingException {
        TestTill one = TestTill.enrol(server, SampleStores.NEW_YORK, 1);
        Cursor cursor =
                Json.MAPPER.readValue(one.snapshot().getFirst(), SnapshotHeader.class).cursor();
        TestTill two = TestTill.enrol(server, SampleStores.NEW_YORK, 2);
        TestTill elsewhere = TestTill.enrol(server, SampleStores.SAO_PAULO, 21);

        assertThat(tills(policies(two.snapshot())))
                .contains(one.till().deviceId(), two.till().deviceId());
        assertThat(tills(policies(elsewhere.snapshot()))).doesNotContain(one.till().deviceId());
        assertThat(news(one, cursor)).containsExactly(told(two, false));
    }

    @Test
    void aTillThatIsReplacedIsRevokedForTheOthersToo() throws JsonProcessingException {
        TestTill one = TestTill.enrol(server, SampleStores.NEW_YORK, 11);
        TestTill broken = TestTill.enrol(server, SampleStores.NEW_YORK, 12);
        Cursor cursor =
                Json.MAPPER.readValue(one.snapshot().getFirst(), SnapshotHeader.class).cursor();
        TestTill fresh = TestTill.enrol(server, SampleStores.NEW_YORK, 12);

        assertThat(news(one, cursor)).containsExactly(told(broken, true), told(fresh, false));
    }

    @Test
    void theDigestIsTheSumOfTheSnapshotAtTheSamePlace() throws JsonProcessingException {
        TestTill till = TestTill.enrol(server, SampleStores.SAO_PAULO, 31);
        till.receive(SamplePrices.PAD, Quantity.of(2));
        till.uploadAll();
        StateDigest digest = digest(till);

        List<String> lines = till.snapshot();
        assertThat(digest.sums()).isEqualTo(sums(lines)).containsKey("stock_level");
        StateSum sum = new StateSum(SampleStores.SAO_PAULO.storeId());
        policies(lines).forEach(sum::add);
        assertThat(digest.orders()).contains(sum.orders());
        assertThat(digest.cursor())
                .isEqualTo(Json.MAPPER.readValue(lines.getFirst(), SnapshotHeader.class).cursor());
        assertThat(digest.incarnation()).contains(till.incarnation());
        assertThat(digest.haveSeq()).isEqualTo(1);
        assertThat(till.get(digestOf(till) + "x").code()).isEqualTo("bad_incarnation");
    }

    @Test
    void aDigestHoldsWhatTheChainWasToldSinceTheLastOne() throws JsonProcessingException {
        TestTill till = TestTill.enrol(server, SampleStores.SAO_PAULO, 32);
        StateDigest before = digest(till);
        Store store = SampleStores.LISBON;
        Store renamed =
                new Store(
                        store.storeId(),
                        "Lisboa, by the river",
                        store.zone(),
                        store.timeZone(),
                        store.currency(),
                        store.taxPlace(),
                        store.language(),
                        store.pricesIncludeTax(),
                        store.address(),
                        store.taxNumber());
        server.database()
                .execute(
                        new Caller.Server("test"),
                        session -> new StoreStore().save(session, renamed));

        StateDigest after = digest(till);

        assertThat(after.sums().get("store_named")).isNotEqualTo(before.sums().get("store_named"));
        assertThat(after.sums()).isEqualTo(sums(till.snapshot()));
        assertThat(digest(till).sums()).isEqualTo(after.sums());
    }

    private static String digestOf(TestTill till) {
        return "/sync/v1/devices/" + till.till().deviceId() + "/digest?incarnation=";
    }

    private static StateDigest digest(TestTill till) throws JsonProcessingException {
        return Json.MAPPER.readValue(
                till.get(digestOf(till) + till.incarnation()).text(), StateDigest.class);
    }

    private static Map<String, String> sums(List<String> lines) throws JsonProcessingException {
        StateSum sum = new StateSum(SampleStores.SAO_PAULO.storeId());
        policies(lines).forEach(sum::add);
        return sum.sums();
    }

    private static List<Policy> news(TestTill till, Cursor cursor) {
        return till.feed(cursor, 0).entries().stream()
                .map(FeedEntry::policy)
                .filter(Policy.TillChanged.class::isInstance)
                .toList();
    }

    private static Policy told(TestTill till, boolean revoked) {
        return new Policy.TillChanged(till.till(), till.publicKey(), revoked);
    }

    private static List<DeviceId> tills(List<Policy> policies) {
        return policies.stream()
                .filter(Policy.TillChanged.class::isInstance)
                .map(policy -> ((Policy.TillChanged) policy).till().deviceId())
                .toList();
    }

    @Test
    void aTillReadsForItselfOnly() {
        TestTill one = TestTill.enrol(server, SampleStores.SAO_PAULO, 11);
        TestTill two = TestTill.enrol(server, SampleStores.SAO_PAULO, 12);
        String path = "/sync/v1/devices/" + two.till().deviceId() + "/snapshot";

        assertThat(one.get(path).code()).isEqualTo("another_device");
    }

    private static Quantity stock(List<String> snapshot) throws JsonProcessingException {
        return policies(snapshot).stream()
                .filter(Policy.StockLevel.class::isInstance)
                .map(policy -> ((Policy.StockLevel) policy).onHand())
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Quantity changesAfter(TestTill till, List<String> snapshot)
            throws JsonProcessingException {
        Cursor cursor = Json.MAPPER.readValue(snapshot.getFirst(), SnapshotHeader.class).cursor();
        FeedPage page = till.feed(cursor, 0);
        assertThat(page.snapshotScopes()).isEmpty();
        return page.entries().stream()
                .map(FeedEntry::policy)
                .filter(Policy.StockChanged.class::isInstance)
                .map(policy -> ((Policy.StockChanged) policy).change())
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static List<Policy> policies(List<String> lines) throws JsonProcessingException {
        List<Policy> policies = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            policies.add(Json.MAPPER.readValue(line, Policy.class));
        }
        return policies;
    }
}
