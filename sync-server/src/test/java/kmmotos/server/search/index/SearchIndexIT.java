package kmmotos.server.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kmmotos.server.SampleShop;
import kmmotos.server.TestDatabase;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index's own life: it is opened, caught up, damaged, made anew.
class SearchIndexIT {

    private static final String NEW_PART = "sku,name_en,category\nLATE-1,Latecomer,body\n";

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir private Path folder;

    @BeforeEach
    void fill() {
        try (TestServer server = start()) {
            var _ = SampleShop.open(server);
            assertThat(found(server, "pastilha")).isEqualTo(1);
        }
    }

    @Test
    void aRestartedNodeReadsOnWhereItStood() {
        try (TestServer other = TestServer.start(database, Map.of())) {
            take(other, NEW_PART);
        }
        try (TestServer server = start()) {
            server.awaitSearch();

            assertThat(found(server, "latecomer")).isEqualTo(1);
            assertThat(found(server, "pastilha")).isEqualTo(1);
            assertThat(server.searchIndex().status().builtAt()).as("made anew").isEmpty();
        }
    }

    @Test
    void everyNodeHasAnIndexOfItsOwn() {
        try (TestServer one = start();
                TestServer other = TestServer.start(database, Map.of())) {
            take(one, NEW_PART);
            one.awaitSearch();
            other.awaitSearch();

            assertThat(found(one, "latecomer")).isEqualTo(1);
            assertThat(found(other, "latecomer")).isEqualTo(1);
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        for (Path file : files()) {
            Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
        }
        try (TestServer server = start()) {
            server.awaitSearch();

            assertThat(found(server, "pastilha")).isEqualTo(1);
            assertThat(server.searchIndex().status().builtAt()).as("made anew").isPresent();
        }
    }

    @Test
    void anIndexOfOtherWordsIsMadeAnew() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "pastilha, tabletita\n");
        try (TestServer server =
                TestServer.start(database, settings("km.search.words", words.toString()))) {
            server.awaitSearch();

            assertThat(found(server, "tabletita")).isEqualTo(1);
            assertThat(server.searchIndex().status().builtAt()).as("made anew").isPresent();
        }
    }

    @Test
    void noRequestFailsWhileAnIndexIsMadeBesideTheLiveOne() {
        try (TestServer server = start()) {
            for (int i = 0; i < 5; i++) {
                assertThat(server.admin().post("/api/admin/v1/search/rebuild", Map.of()).status())
                        .isEqualTo(202);
                for (int j = 0; j < 20; j++) {
                    assertThat(found(server, "pastilha")).isEqualTo(1);
                }
                server.awaitSearch();
            }
            JsonNode status = server.admin().get("/api/admin/v1/search").json();
            assertThat(status.path("ready").asBoolean()).isTrue();
            assertThat(status.path("behind_entries").asLong()).isZero();
            assertThat(status.has("built_at")).isTrue();
            assertThat(folders()).as("old indexes are removed").hasSize(1);
            assertThat(server.client().get("/metrics").text())
                    .contains("km_search_documents", "km_search_behind_entries 0.0");
        }
    }

    @Test
    void anIndexThatWasAwayTooLongIsMadeAnew() {
        try (TestServer server = start()) {
            take(server, NEW_PART);
            take(server, NEW_PART.replace("Latecomer", "Straggler"));
            server.change(
                    "delete from feed_entry e using feed_scope s"
                            + " where s.scope = e.scope and e.n < s.n");
            server.change("update feed_scope set oldest = n");
            server.awaitSearch();

            assertThat(found(server, "straggler")).isEqualTo(1);
            assertThat(server.searchIndex().status().builtAt()).as("made anew").isPresent();
        }
    }

    private TestServer start() {
        return TestServer.start(database, settings("km.search.words", ""));
    }

    private Map<String, String> settings(String key, String value) {
        return Map.of("km.data.folder", folder.resolve("data").toString(), key, value);
    }

    private static void take(TestServer server, String products) {
        assertThat(
                        server.admin()
                                .send(
                                        "POST",
                                        "/api/admin/v1/imports/products",
                                        products.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .status())
                .isEqualTo(200);
    }

    private static int found(TestServer server, String word) {
        return server.client().get("/api/shop/v1/products?q=" + word).json().path("total").asInt();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("data/search"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith("_"))
                    .toList();
        }
    }

    private List<Path> folders() {
        try (Stream<Path> all = Files.list(folder.resolve("data/search"))) {
            return all.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
