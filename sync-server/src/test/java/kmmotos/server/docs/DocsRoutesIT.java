package kmmotos.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.server.ApiContract;
import kmmotos.server.TestClient.Reply;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsRoutesIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs",
                "/docs/",
                "/docs/docs.js",
                "/docs/docs.css",
                "/docs/ui/swagger-ui.css",
                "/docs/ui/swagger-ui-bundle.js",
                "/openapi"
            })
    void everythingThePageNeedsComesFromHere(String path) {
        Reply reply = server.client().get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.content()).isNotEmpty();
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'self'");
    }

    @Test
    void thePageNamesNoOtherServer() {
        assertThat(server.client().get("/docs").text()).doesNotContain("http://", "https://");
    }

    @Test
    void nothingElseOfTheClassPathIsServed() {
        assertThat(server.client().get("/docs/ui/index.html").status()).isEqualTo(404);
        assertThat(server.client().get("/docs/..%2f..%2fV1.sql").status()).isEqualTo(404);
    }

    /// An operation that the file has and the server does not would answer 404 with `http_404`.
    @Test
    void everyOperationOfTheFileIsThere() {
        String id = "00000000-0000-7000-8000-000000000000";
        assertThat(ApiContract.operations())
                .hasSizeGreaterThan(50)
                .allSatisfy(operation -> {
                    String method = operation.substring(0, operation.indexOf(' '));
                    String path =
                            operation
                                    .substring(operation.indexOf(' ') + 1)
                                    .replaceAll("\\{(store|code|place)}", "S1")
                                    .replaceAll("\\{[^}]+}", id);
                    Reply reply = server.client().send(method, path, new byte[0]);
                    assertThat(reply.status() == 404 && reply.code().equals("http_404"))
                            .as(operation + " -> " + reply.text())
                            .isFalse();
                });
    }
}
