package kmmotos.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import kmmotos.server.http.IdempotencyKeys.Answer;
import kmmotos.server.storage.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdempotencyKeysIT {

    private static final AtomicInteger WRITES = new AtomicInteger();
    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    private static TestServer server;
    private static WebServer web;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        IdempotencyKeys keys = new IdempotencyKeys(server.database());
        HttpRouting.Builder routing = HttpRouting.builder();
        ErrorMapper.register(routing, java.util.Locale.ENGLISH);
        routing.post(
                "/writes",
                (req, res) ->
                        keys.once(
                                req,
                                res,
                                new Caller.Visitor(),
                                Body.read(req, 1_000),
                                _ -> Answer.created(Map.of("write", WRITES.incrementAndGet()))));
        routing.post(
                "/slow",
                (req, res) ->
                        keys.once(
                                req,
                                res,
                                new Caller.Visitor(),
                                Body.read(req, 1_000),
                                _ -> slow()));
        routing.post(
                "/refused",
                (req, res) ->
                        keys.once(
                                req,
                                res,
                                new Caller.Visitor(),
                                Body.read(req, 1_000),
                                _ -> {
                                    WRITES.incrementAndGet();
                                    throw Problem.of(409, "out_of_stock", "Gone.").refusal();
                                }));
        web = WebServer.builder().host("127.0.0.1").port(0).routing(routing).build().start();
    }

    @AfterAll
    static void stop() {
        web.stop();
        server.close();
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAgain() {
        TestClient client = client("key-1");
        int before = WRITES.get();

        var first = client.post("/writes", Map.of("a", 1));
        var second = client.post("/writes", Map.of("a", 1));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(WRITES.get() - before).isEqualTo(1);
    }

    @Test
    void anotherPayloadUnderTheSameKeyIsRefused() {
        TestClient client = client("key-2");
        client.post("/writes", Map.of("a", 1));

        var other = client.post("/writes", Map.of("a", 2));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency_key_reused");
    }

    @Test
    void aMissingKeyIsRefused() {
        var reply = new TestClient("http://127.0.0.1:" + web.port()).post("/writes", Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("idempotency_key_missing");
    }

    @Test
    void whileTheFirstRunsTheSecondIsToldSo() throws Exception {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<TestClient.Reply> first =
                    other.submit(() -> client("key-3").post("/slow", Map.of()));
            STARTED.await();

            var second = client("key-3").post("/slow", Map.of());
            GO_ON.countDown();

            assertThat(second.code()).isEqualTo("idempotency_key_running");
            assertThat(first.get().status()).isEqualTo(200);
        }
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        int before = WRITES.get();
        List<Future<TestClient.Reply>> replies = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                replies.add(many.submit(() -> client("key-4").post("/writes", Map.of("a", 1))));
            }
        }
        for (Future<TestClient.Reply> reply : replies) {
            assertThat(reply.get().status()).isIn(201, 409);
        }
        assertThat(WRITES.get() - before).isEqualTo(1);
    }

    @Test
    void aRefusedWriteMayBeTriedAgain() {
        int before = WRITES.get();

        client("key-5").post("/refused", Map.of());
        var second = client("key-5").post("/refused", Map.of());

        assertThat(second.code()).isEqualTo("out_of_stock");
        assertThat(WRITES.get() - before).isEqualTo(2);
    }

    private static Answer slow() {
        STARTED.countDown();
        try {
            GO_ON.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.ok(Map.of());
    }

    private static TestClient client(String key) {
        return new TestClient("http://127.0.0.1:" + web.port()).with("Idempotency-Key", key);
    }
}
