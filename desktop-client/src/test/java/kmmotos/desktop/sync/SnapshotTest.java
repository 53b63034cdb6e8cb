package kmmotos.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.storage.Sql;
import kmmotos.desktop.storage.StorageFailed;
import kmmotos.desktop.stores.OpeningProgress;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A snapshot that is stored over what a till has, while the till goes on.
class SnapshotTest {
    private static final Product GLOVE =
            SampleProducts.product("Winter glove", "GL-7", "789200000001", Unit.PIECE);

    @TempDir Path temp;

    private final FakeServer server = new FakeServer();

    @Test
    void aProductThatTheSnapshotNoLongerNamesIsGone() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.offer(GLOVE);
            take(synced, SyncProgress.NONE);
            assertThat(found(synced, "winter glove")).containsExactly(GLOVE);

            server.withdraw(GLOVE);
            take(synced, SyncProgress.NONE);

            assertThat(found(synced, "winter glove")).isEmpty();
            assertThat(found(synced, "GL-7")).isEmpty();
            assertThat(count(synced, "product")).isEqualTo(SampleProducts.ALL.size());
            assertThat(count(synced, "variant")).isEqualTo(SampleProducts.ALL.size());
        }
    }

    @Test
    void aChangedProductIsFoundByItsNewWordsAlone() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.offer(GLOVE);
            take(synced, SyncProgress.NONE);

            Product renamed = withName(GLOVE, GLOVE.productId(), "Summer mitten");
            server.offer(renamed);
            take(synced, SyncProgress.NONE);

            assertThat(found(synced, "glove")).isEmpty();
            assertThat(found(synced, "mitten")).containsExactly(renamed);
        }
    }

    @Test
    void aSkuThatMovedToAnotherProductIsFoundThereOnce() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            server.offer(GLOVE);
            take(synced, SyncProgress.NONE);

            Product heir = withName(GLOVE, new UUID(0, 7), "Winter glove");
            server.withdraw(GLOVE);
            server.offer(heir);
            take(synced, SyncProgress.NONE);

            assertThat(found(synced, "winter glove")).containsExactly(heir);
            assertThat(found(synced, "GL-7")).containsExactly(heir);
        }
    }

    @Test
    void whatIsTheSameIsNotWrittenAgain() {
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            take(synced, SyncProgress.NONE);
            List<Long> rows = rows(synced);

            server.offer(GLOVE);
            take(synced, SyncProgress.NONE);

            assertThat(rows(synced)).containsAll(rows);
        }
    }

    @Test
    void factsAreConfirmedWhileASnapshotIsStored() {
        offerTwoBatches();
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            List<Long> backlogs = new ArrayList<>();
            take(
                    synced,
                    (_, _) -> {
                        Rung.up(synced.till(), Rung.PAD, 1);
                        var _ = synced.upload().run();
                        backlogs.add(synced.status().backlog());
                    });

            assertThat(backlogs).hasSizeGreaterThan(1).containsOnly(0L);
            synced.settle();
            assertThat(Rung.onHand(synced.till(), Rung.PAD)).isEqualTo(server.stock(Rung.PAD));
            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    @Test
    void aTillKilledBetweenTwoBatchesTakesTheSnapshotAnewAndComparesEqual() {
        offerTwoBatches();
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            synced.settle();
            SyncProgress killed =
                    (_, _) -> {
                        throw new IllegalStateException("killed");
                    };
            assertThatThrownBy(() -> take(synced, killed))
                    .isInstanceOf(IllegalStateException.class);
        }
        int before = server.snapshots();
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            boolean isNeeded = synced.till().database().read(new SyncStore()::isSnapshotNeeded);
            assertThat(isNeeded).isTrue();
            Rung.up(synced.till(), Rung.PAD, 1);
            synced.settle();
            assertThat(server.snapshots()).isEqualTo(before + 1);
            assertThat(synced.comparison().compare()).contains(List.of());
        }
    }

    @Test
    void aTillKilledWhileItIsFilledIsFilledAnew() {
        TillConfig config = TestTill.enrolled(temp);
        OpeningProgress killed =
                new OpeningProgress() {
                    @Override
                    public void begins(Step step) {}

                    @Override
                    public void at(Step step, long done, long of) {
                        throw new IllegalStateException("killed at " + step);
                    }
                };
        assertThatThrownBy(() -> Till.open(config, killed)).hasMessageContaining("CATALOGUE");

        try (SyncedTill synced = SyncedTill.open(config, server)) {
            Rung.up(synced.till(), Rung.PAD, 1);
            synced.settle();
            assertThat(server.snapshots()).isZero();
            assertThat(synced.comparison().compare()).contains(List.of());
            assertThat(indexes(synced))
                    .contains(
                            "SEARCH_WORD_SKU",
                            "SCAN_CODE_SKU",
                            "FITMENT_SKU",
                            "CUSTOMER_WORD_CUSTOMER");
        }
    }

    private static List<String> indexes(SyncedTill synced) {
        return synced.till()
                .database()
                .read(session ->
                        Sql.list(
                                session,
                                String.class,
                                1_000,
                                "select cast(index_name as varchar) from"
                                        + " information_schema.indexes"));
    }

    @Test
    void aSnapshotWithAPolicyThatNobodyKnowsChangesNothing() throws IOException {
        server.offer(GLOVE);
        try (SyncedTill synced = SyncedTill.open(temp, server)) {
            synced.settle();
            KeptSnapshot fetched = fetch(synced);
            Path file =
                    synced.till().config().folder().snapshot().resolveSibling("loading.ndjson.gz");
            String text;
            try (var in = new GZIPInputStream(Files.newInputStream(file))) {
                text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(
                        text.replace("\"tax_rules_changed\"", "\"weather_changed\"")
                                .getBytes(StandardCharsets.UTF_8));
            }

            assertThatThrownBy(() -> snapshots(synced).take(fetched, SyncProgress.NONE))
                    .isInstanceOf(StorageFailed.class);

            assertThat(found(synced, "glove")).isEmpty();
        }
    }

    private void offerTwoBatches() {
        for (int i = 0; i < SnapshotStore.BATCH_LINES; i++) {
            server.offer(
                    SampleProducts.product(
                            "Screw no. " + i, "SC-" + i, "7893%08d".formatted(i), Unit.PIECE));
        }
    }

    private static Product withName(Product product, UUID id, String name) {
        return new Product(
                id,
                Names.of("en", name),
                product.descriptions(),
                product.brand(),
                product.category(),
                product.taxCategory(),
                product.variants(),
                product.active());
    }

    private void take(SyncedTill synced, SyncProgress progress) {
        boolean _ = snapshots(synced).take(fetch(synced), progress);
    }

    private static SnapshotStore snapshots(SyncedTill synced) {
        return synced.till().records().engine().snapshots();
    }

    private KeptSnapshot fetch(SyncedTill synced) {
        Till till = synced.till();
        KeptSnapshot snapshot = new KeptSnapshot(Disk.real(), till.config().folder());
        var _ = snapshot.fetch(server, till.journal().incarnation(), SyncProgress.NONE);
        return snapshot;
    }

    private static List<Product> found(SyncedTill synced, String typed) {
        Till till = synced.till();
        return till
                .database()
                .read(session -> till.stores().catalog().search(session, typed, 10))
                .stream()
                .map(CatalogItem::product)
                .toList();
    }

    /// H2's own number of each row; one that is written again gets another.
    private static List<Long> rows(SyncedTill synced) {
        return synced.till()
                .database()
                .read(session ->
                        Sql.list(
                                session,
                                Long.class,
                                100,
                                "select _rowid_ from product union all select _rowid_ + 1000 from"
                                        + " customer union all select _rowid_ + 2000 from stock"));
    }

    private static long count(SyncedTill synced, String table) {
        return synced.till()
                .database()
                .read(session ->
                        Sql.list(session, Long.class, 1, "select count(*) from " + table)
                                .getFirst());
    }
}
