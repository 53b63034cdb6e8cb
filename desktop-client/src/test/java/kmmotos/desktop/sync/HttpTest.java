package kmmotos.desktop.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import kmmotos.desktop.TestTill;
import kmmotos.desktop.Till;
import kmmotos.desktop.TillConfig;
import kmmotos.desktop.journal.Disk;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.Enrolment;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.ProtocolVersion;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The messages as they go over the wire.
@SuppressWarnings("NullAway.Init")
class HttpTest {
    @TempDir Path temp;
    private final MockWebServer server = new MockWebServer();
    private TillFolder folder;
    private PublicKey publicKey;
    private ServerClock serverClock;
    private SyncClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        folder = TestTill.config(temp).folder();
        publicKey = DeviceSignature.publicKey(TestTill.enrol(folder, address()));
        serverClock = new ServerClock(TestTill.CLOCK);
        client =
                new SyncClient(
                        Sync.address(address()).orElseThrow(),
                        SampleStores.TILL_1.deviceId(),
                        DeviceKey.read(folder),
                        serverClock);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private String address() {
        return "http://127.0.0.1:" + server.getPort();
    }

    private void answer(int status, String type, byte[] body) {
        server.enqueue(
                new MockResponse.Builder()
                        .code(status)
                        .setHeader("Content-Type", type)
                        .body(new Buffer().write(body))
                        .build());
    }

    private void answer(Object record) {
        answer(200, "application/json", CanonicalJson.bytes(record));
    }

    private void problem(int status, String json) {
        answer(status, "application/problem+json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static final UploadAnswer.Ack ACK =
            new UploadAnswer.Ack(
                    0, "0".repeat(64), 0, List.of(), TestTill.NOW, UploadBatch.MAX_EVENTS, 0);

    private static UploadBatch emptyBatch() {
        return new UploadBatch(
                new java.util.UUID(1, 2),
                1,
                "0".repeat(64),
                List.of(),
                0,
                new UploadBatch.DeviceClock(TestTill.NOW, 1, "boot"),
                "test",
                "");
    }

    private boolean isSigned(RecordedRequest request, Instant at) throws IOException {
        byte[] body = body(request);
        DeviceSignature signature =
                DeviceSignature.find(String.valueOf(request.getHeaders().get("Authorization")))
                        .orElseThrow();
        return signature.epochSeconds() == at.getEpochSecond()
                && signature.isBy(publicKey, request.getMethod(), request.getTarget(), body);
    }

    private static byte[] body(RecordedRequest request) {
        okio.ByteString body = request.getBody();
        return body == null ? new byte[0] : body.toByteArray();
    }

    @Test
    void anUploadIsPackedAndSignedAsItIsSent() throws Exception {
        answer(ACK);
        assertThat(client.upload(emptyBatch())).isEqualTo(new Reply.Answered<UploadAnswer>(ACK));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget())
                .isEqualTo("/sync/v1/devices/%s/events".formatted(SampleStores.TILL_1.deviceId()));
        assertThat(isSigned(request, TestTill.NOW)).isTrue();
        byte[] sent = body(request);
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes();
        assertThat(Json.MAPPER.readValue(unpacked, UploadBatch.class)).isEqualTo(emptyBatch());
    }

    @Test
    void aClockOffByADayIsNoticedAndTheRequestSignedAgainByTheServersTime() throws Exception {
        Instant serverTime = TestTill.NOW.plus(Duration.ofDays(1));
        problem(401, "{\"code\":\"clock_skew\",\"server_time\":\"" + serverTime + "\"}");
        answer(ACK);
        assertThat(client.upload(emptyBatch())).isEqualTo(new Reply.Answered<UploadAnswer>(ACK));
        assertThat(isSigned(server.takeRequest(), TestTill.NOW)).isTrue();
        assertThat(isSigned(server.takeRequest(), serverTime)).isTrue();
        assertThat(serverClock.tillAhead()).isEqualTo(Duration.ofDays(-1));
    }

    @Test
    void aFeedPageIsAskedForFromTheCursorOn() throws Exception {
        FeedPage page = new FeedPage(List.of(), Cursor.START, false, List.of());
        answer(page);
        assertThat(client.feed(Cursor.START, Duration.ofSeconds(25)))
                .isEqualTo(new Reply.Answered<>(page));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).endsWith("/feed?wait=25&cursor=" + Cursor.START.encoded());
        assertThat(isSigned(request, TestTill.NOW)).isTrue();
    }

    @Test
    void aGapIsAnAnswerThoughItsStatusIs409() {
        UploadAnswer gap = new UploadAnswer.Gap(7, "0".repeat(64));
        answer(409, "application/json", CanonicalJson.bytes(Json.MAPPER.valueToTree(gap)));
        assertThat(client.upload(emptyBatch())).isEqualTo(new Reply.Answered<>(gap));
    }

    @Test
    void aBusyServerSaysWhenToComeBack() {
        server.enqueue(new MockResponse.Builder().code(503).setHeader("Retry-After", "17").build());
        assertThat(client.upload(emptyBatch())).isEqualTo(new Reply.Busy<>(Duration.ofSeconds(17)));
    }

    @Test
    void aRevokedTillIsToldSo() {
        problem(403, "{\"code\":\"device_revoked\",\"detail\":\"revoked\"}");
        assertThat(client.upload(emptyBatch()))
                .isEqualTo(new Reply.Refused<>(403, "device_revoked", "revoked"));
    }

    @Test
    void somebodyElsesServerIsAWrongAddressAndNobodyIsUnreachable() {
        answer(404, "text/html", "<h1>Not found</h1>".getBytes(StandardCharsets.UTF_8));
        assertThat(client.upload(emptyBatch())).isInstanceOf(Reply.NotOurServer.class);
        answer(200, "text/html", "<h1>Welcome</h1>".getBytes(StandardCharsets.UTF_8));
        assertThat(client.upload(emptyBatch())).isInstanceOf(Reply.NotOurServer.class);
        server.close();
        assertThat(client.upload(emptyBatch())).isInstanceOf(Reply.Unreachable.class);
    }

    @Test
    void aTillNamesItsVersionAndLearnsThatItIsTooOld() throws Exception {
        problem(403, "{\"code\":\"upgrade_needed\",\"detail\":\"newer\"}");

        Reply<?> reply = client.feed(Cursor.START, Duration.ZERO);

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("upgrade_needed"));
        assertThat(server.takeRequest().getHeaders().get(ProtocolVersion.HEADER))
                .isEqualTo(ProtocolVersion.CURRENT.toString());
    }

    @Test
    void aPolicyThatOnlyANewerTillKnowsAsksForAnUpgrade() {
        String page =
                """
                {"entries":[{"scope":"catalog","n":1,
                  "entry_id":"01890000-0000-7000-8000-000000000001",
                  "policy":{"type":"loyalty_changed"}}],
                 "cursor":{},"more":false,"snapshot_scopes":[]}\
                """;
        answer(200, "application/json", page.getBytes(StandardCharsets.UTF_8));
        assertThat(client.feed(Cursor.START, Duration.ZERO)).isInstanceOf(Reply.TooNew.class);
    }

    @Test
    void aPriceListIsTakenOnlyIfItIsTheOneItsNameSays() {
        PriceList list = SamplePrices.LIST;
        answer(list);
        assertThat(client.priceList(SnapshotFile.id(list))).isEqualTo(new Reply.Answered<>(list));
        answer(list);
        assertThat(client.priceList("0".repeat(64))).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aNewTillEnrolsTakesItsSnapshotAndCanSellWithoutTheNetwork() throws Exception {
        TillConfig config = TestTill.config(temp.resolve("new"));
        answer(
                201,
                "application/json",
                CanonicalJson.bytes(
                        new Enrolment.Answer(
                                SampleStores.TILL_1, SampleStores.SAO_PAULO, TestTill.NOW)));
        snapshot();
        var enroller = new Enroller(config.folder(), config.clock(), "test");
        assertThat(enroller.enrol(address() + "/", " CODE-1 ", SyncProgress.NONE))
                .isInstanceOf(EnrolmentAnswer.Enrolled.class);
        var asked = Json.MAPPER.readValue(body(server.takeRequest()), Enrolment.Request.class);
        assertThat(asked.code()).isEqualTo("CODE-1");
        server.close();
        try (Till till = Till.open(config)) {
            assertThat(till.database().read(till.stores().catalog()::countVariants)).isEqualTo(3);
            assertThat(Rung.up(till, Rung.PAD, 1).receiptNumber().number()).isEqualTo(1);
        }
    }

    private void snapshot() {
        byte[] bytes = SnapshotFile.gzip(Cursor.START, Optional.empty(), 0, TestTill.policies());
        server.enqueue(
                new MockResponse.Builder()
                        .setHeader("Content-Encoding", "gzip")
                        .body(new Buffer().write(bytes))
                        .build());
    }

    @Test
    void aCutOffSnapshotChangesNothing() throws Exception {
        byte[] whole = SnapshotFile.gzip(Cursor.START, Optional.empty(), 0, TestTill.policies());
        try (Till till = TestTill.open(temp.resolve("filled"))) {
            TillFolder filled = till.config().folder();
            Files.write(
                    filled.snapshot().resolveSibling("loading.ndjson.gz"),
                    java.util.Arrays.copyOf(whole, whole.length / 2));
            SnapshotStore store = till.records().engine().snapshots();
            org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                            store.take(new KeptSnapshot(Disk.real(), filled), SyncProgress.NONE))
                    .isInstanceOf(kmmotos.desktop.storage.StorageFailed.class);
            assertThat(till.database().read(till.stores().catalog()::countVariants)).isEqualTo(3);
        }
    }

    @Test
    void aRefusedCodeAWrongAddressAndNoServerAreToldApart() {
        var enroller =
                new Enroller(TestTill.config(temp.resolve("new")).folder(), TestTill.CLOCK, "test");
        problem(403, "{\"code\":\"invalid_code\",\"detail\":\"This code was used.\"}");
        assertThat(enroller.enrol(address(), "X", SyncProgress.NONE))
                .isEqualTo(new EnrolmentAnswer.CodeRefused("This code was used."));
        answer(404, "text/html", new byte[] {'x'});
        assertThat(enroller.enrol(address(), "X", SyncProgress.NONE))
                .isInstanceOf(EnrolmentAnswer.WrongAddress.class);
        assertThat(enroller.enrol("no address", "X", SyncProgress.NONE))
                .isInstanceOf(EnrolmentAnswer.WrongAddress.class);
        server.close();
        assertThat(enroller.enrol(address(), "X", SyncProgress.NONE))
                .isInstanceOf(EnrolmentAnswer.NoAnswer.class);
    }
}
