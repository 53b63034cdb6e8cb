package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.ProtocolVersion;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Tills of other versions than the server's.
class OldTillIT {

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
    void aTillThatIsTooOldIsAskedToUpgradeBeforeItDownloadsAnything() {
        for (String what : new String[] {"feed", "snapshot"}) {
            TestClient.Reply reply =
                    till.speaking(0).get("/sync/v1/devices/" + till.till().deviceId() + "/" + what);

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("upgrade_needed");
            assertThat(reply.header(ProtocolVersion.HEADER))
                    .isEqualTo(ProtocolVersion.CURRENT.toString());
        }
    }

    @Test
    void whatATillSoldIsTakenInWhateverItsVersion() {
        TestTill old = till.speaking(0);
        old.sell();

        assertThat(old.uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
    }

    @Test
    void aTillThatNamesNoVersionAndOneThatIsNewerAreServed() {
        String feed = "/sync/v1/devices/" + till.till().deviceId() + "/feed";

        assertThat(till.get(feed).status()).isEqualTo(200);
        assertThat(till.speaking(ProtocolVersion.CURRENT.number() + 1).get(feed).status())
                .isEqualTo(200);
    }
}
