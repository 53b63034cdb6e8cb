package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A server that has room for one upload.
class BusyServerIT {

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("km.sync.max-uploads", "1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatComesBeyondTheRoomIsToldWhenToComeAgain() throws Exception {
        TestTill first = TestTill.enrol(server, SampleStores.SAO_PAULO, 1);
        TestTill second = TestTill.enrol(server, SampleStores.LISBON, 2);
        first.sell();
        second.sell();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = server.testDatabase().asSuperuser()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("select * from till for update");
            }
            Future<UploadAnswer> held = senders.submit(first::uploadAll);
            awaitHeld();

            TestClient.Reply refused = second.upload(second.batch(1, 1));

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("busy");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 15);
            connection.rollback();
            assertThat(held.get()).isInstanceOf(UploadAnswer.Ack.class);
        }
        assertThat(second.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
    }

    private static void awaitHeld() {
        while (!server.client().get("/metrics").text().contains("km_sync_uploads_waiting 1.0")) {
            Thread.onSpinWait();
        }
    }
}
