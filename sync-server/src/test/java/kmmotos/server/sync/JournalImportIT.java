package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a till leaves behind comes to the server by others.
class JournalImportIT {
    @RegisterExtension static final TestServer server = TestServer.start();

    @Test
    void whatAReplacedTillLeftBehindIsTakenFromItsNeighbour() {
        TestTill neighbour = TestTill.enrol(server, SampleStores.SAO_PAULO, 31);
        TestTill broken = TestTill.enrol(server, SampleStores.SAO_PAULO, 32);
        var _ = broken.sell();
        UploadBatch left = broken.batch(1, 1);
        TestTill _ = TestTill.enrol(server, SampleStores.SAO_PAULO, 32);

        assertThat(broken.upload(left).code()).isEqualTo("device_revoked");
        UploadAnswer answer = neighbour.carry(broken, left).as(UploadAnswer.class);
        assertThat(((UploadAnswer.Ack) answer).haveSeq()).isEqualTo(1);
        assertThat(neighbour.carry(broken, left).as(UploadAnswer.class))
                .isInstanceOf(UploadAnswer.Ack.class);
        assertThat(Invariants.violations(server.database())).isEmpty();
    }

    @Test
    void aTillThatWasRevokedAndNotReplacedIsNotCarriedButImported() {
        TestTill neighbour = TestTill.enrol(server, SampleStores.SAO_PAULO, 41);
        TestTill stolen = TestTill.enrol(server, SampleStores.SAO_PAULO, 42);
        var _ = stolen.sell();
        var _ = stolen.sell();
        String path = "/api/admin/v1/tills/" + stolen.till().deviceId();
        server.admin().post(path + "/revoke", Map.of());
        UploadBatch left = stolen.batch(1, 2);

        assertThat(neighbour.carry(stolen, left).code()).isEqualTo("device_revoked");
        assertThat(server.client().post(path + "/journals", left).status()).isEqualTo(401);
        assertThat(server.admin().post(path + "/journals", left).status()).isEqualTo(200);
        assertThat(server.admin().post(path + "/journals", left).status()).isEqualTo(200);
        assertThat(
                        server.admin()
                                .get(path + "/journals")
                                .json()
                                .path("items")
                                .path(0)
                                .path("have_seq")
                                .asLong())
                .isEqualTo(2);
    }

    @Test
    void factsWithAWrongSignatureAreRefusedAndWithoutOneTakenFromHeadOffice() {
        TestTill till = TestTill.enrol(server, SampleStores.SAO_PAULO, 51);
        TestTill other = TestTill.enrol(server, SampleStores.SAO_PAULO, 52);
        var _ = till.sell();
        String path = "/api/admin/v1/tills/" + till.till().deviceId() + "/journals";
        UploadBatch batch = till.batch(1, 1);

        assertThat(server.admin().post(path, other.signed(batch)).code())
                .isEqualTo("bad_batch_signature");
        assertThat(server.admin().post(path, batch.signed("")).status()).isEqualTo(200);
    }
}
