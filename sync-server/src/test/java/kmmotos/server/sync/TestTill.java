package kmmotos.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Refund;
import kmmotos.model.sales.Returned;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.SampleSales;
import kmmotos.model.sales.Tender;
import kmmotos.model.stock.StockReceipt;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.Enrolment;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.ProtocolVersion;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import kmmotos.model.sync.UuidV7;
import kmmotos.server.TestClient;
import kmmotos.server.TestServer;

/// A till as the server sees one: an enrolled key and a journal, without the rest of a till.
public final class TestTill {

    private final TestServer server;
    private final Till till;
    private final KeyPair keys;
    // Two tills with the same numbers would give two events one id within a millisecond.
    private final Random random = new SecureRandom();
    private final List<JournalEntry> journal = new ArrayList<>();
    private UUID incarnation = UUID.randomUUID();
    private long receipts;
    private String protocol = "";

    private TestTill(TestServer server, Till till, KeyPair keys) {
        this.server = server;
        this.till = till;
        this.keys = keys;
    }

    /// Makes the store, if need be, and enrols its till with this number.
    public static TestTill enrol(TestServer server, Store store, int number) {
        TestClient admin = server.admin();
        admin.put("/api/admin/v1/stores/" + store.storeId(), store);
        String code =
                admin.post(
                                "/api/admin/v1/stores/" + store.storeId() + "/enrolments",
                                Map.of("number", number, "name", "Till", "valid_minutes", 10))
                        .json()
                        .path("code")
                        .asText();
        KeyPair keys = newKeys();
        TestClient.Reply reply = enrol(server, code, keys);
        return new TestTill(server, reply.as(Enrolment.Answer.class).till(), keys);
    }

    static TestClient.Reply enrol(TestServer server, String code, KeyPair keys) {
        return server.client()
                .post("/sync/v1/enrolments", new Enrolment.Request(code, base64(keys), "1.0"));
    }

    private static String base64(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    String publicKey() {
        return base64(keys);
    }

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same key and identity with an empty journal: a till cloned from a disk image.
    public TestTill cloned() {
        TestTill clone = new TestTill(server, till, keys);
        clone.incarnation = incarnation;
        return clone;
    }

    public Till till() {
        return till;
    }

    /// The same till, which names this version of the protocol from now on.
    TestTill speaking(int version) {
        TestTill other = cloned();
        other.incarnation = UUID.randomUUID();
        other.protocol = Integer.toString(version);
        return other;
    }

    public UUID incarnation() {
        return incarnation;
    }

    public List<JournalEntry> journal() {
        return journal;
    }

    public JournalEntry record(Event event) {
        UUID id = UuidV7.of(Instant.now(), random);
        JournalEntry entry = JournalEntry.of(id, journal.size() + 1L, Instant.now(), event);
        journal.add(entry);
        return entry;
    }

    /// Puts an entry into the journal as it is, at the next place.
    JournalEntry recordAs(UUID eventId, String type, int version, Object body) {
        JournalEntry entry =
                new JournalEntry(
                        eventId,
                        journal.size() + 1L,
                        Instant.now(),
                        type,
                        version,
                        Json.MAPPER.valueToTree(body));
        journal.add(entry);
        return entry;
    }

    /// Begins a new journal with all events of the old one.
    public void journalAnew() {
        journalAnew(1);
    }

    /// Begins a new journal with the events of the old one from this number on: those before it
    /// were freed.
    void journalAnew(int firstKept) {
        List<JournalEntry> old = List.copyOf(journal.subList(firstKept - 1, journal.size()));
        journal.clear();
        incarnation = UUID.randomUUID();
        for (JournalEntry entry : old) {
            journal.add(
                    new JournalEntry(
                            entry.eventId(),
                            journal.size() + 1L,
                            entry.at(),
                            entry.type(),
                            entry.version(),
                            entry.body()));
        }
    }

    /// The sample sale, as rung up at this till.
    public Sale sale() {
        return sale(SampleSales.cashSale().total());
    }

    /// The same, paid with something else too.
    ///
    /// @param cash what is left to be paid in cash
    public Sale sale(Money cash, Tender... others) {
        Sale sample = SampleSales.cashSale();
        return sale(sample.lines(), sample.total(), tenders(cash, others), List.of(), List.of());
    }

    /// These lines, paid in cash.
    public Sale sale(List<SaleLine> lines, Money total) {
        return sale(lines, total, tenders(total), List.of(), List.of());
    }

    /// A document without goods: money is put on a card, or paid off an account.
    public Sale load(Money cash, Tender... others) {
        return sale(
                List.of(),
                Money.zero(cash.currency()),
                tenders(cash, others),
                List.of(),
                List.of());
    }

    /// The sample sale with a coupon's code, whatever it may be worth.
    public Sale saleWithCoupon(String code, List<UUID> leases) {
        Sale sample = SampleSales.cashSale();
        return sale(sample.lines(), sample.total(), tenders(sample.total()), List.of(code), leases);
    }

    private static List<Tender> tenders(Money cash, Tender... others) {
        List<Tender> all = new ArrayList<>(List.of(others));
        if (!cash.isZero()) {
            all.add(Tender.Cash.exactly(cash));
        }
        return all;
    }

    private Sale sale(
            List<SaleLine> lines,
            Money total,
            List<Tender> tenders,
            List<String> coupons,
            List<UUID> couponLeases) {
        Sale sample = SampleSales.cashSale();
        return new Sale(
                UUID.randomUUID(),
                new ReceiptNumber(till.storeId(), till.number(), 1, ++receipts),
                till.storeId(),
                till.deviceId(),
                sample.shiftId(),
                sample.businessDay(),
                sample.at(),
                sample.staffId(),
                Optional.empty(),
                lines,
                tenders,
                total,
                coupons,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                couponLeases);
    }

    /// Takes units of a sale's first line back, whoever sold it, for cash.
    public Sale giveBack(Sale sold, long units) {
        SaleLine back =
                Refund.line(
                                sold,
                                sold.lines().getFirst(),
                                Quantity.ZERO,
                                Quantity.of(units),
                                100_000)
                        .withReturned(
                                new Returned(
                                        Returned.Reason.DEFECTIVE,
                                        Returned.Condition.TO_SUPPLIER,
                                        "squeals",
                                        Optional.empty()));
        Sale returned =
                sale(List.of(back), back.total(), tenders(back.total()), List.of(), List.of());
        record(new Event.SaleCompleted(returned));
        return returned;
    }

    public JournalEntry sell() {
        return record(new Event.SaleCompleted(sale()));
    }

    public JournalEntry receive(Sku sku, Quantity quantity) {
        return record(
                new Event.StockReceived(
                        new StockReceipt(
                                UUID.randomUUID(),
                                till.storeId(),
                                "DN",
                                List.of(new StockReceipt.Line(sku, quantity)))));
    }

    public static Money totalOfOneSale() {
        return SampleSales.cashSale().total();
    }

    /// The signed batch of the entries from one number to another, both included.
    UploadBatch batch(long from, long to) {
        String prev = HashChain.START;
        for (JournalEntry entry : journal.subList(0, (int) from - 1)) {
            prev = entry.hashAfter(prev);
        }
        UploadBatch batch =
                new UploadBatch(
                        incarnation,
                        from,
                        prev,
                        journal.subList((int) from - 1, (int) to),
                        journal.size(),
                        new UploadBatch.DeviceClock(Instant.now(), 1_000, "boot"),
                        "1.0",
                        "");
        return signed(batch);
    }

    UploadBatch signed(UploadBatch batch) {
        byte[] signature = DeviceSignature.sign(keys.getPrivate(), batch.signedBytes());
        return batch.signed(Base64.getEncoder().encodeToString(signature));
    }

    /// Records it and sends it, which must be taken.
    public JournalEntry tell(Event event) {
        JournalEntry entry = record(event);
        assertThat(uploadAll()).isInstanceOf(UploadAnswer.Ack.class);
        return entry;
    }

    /// What the feed ever told this till, of one kind.
    public <P extends Policy> List<P> told(Class<P> kind) {
        return feed(Cursor.START, 0).entries().stream()
                .map(FeedEntry::policy)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// Sends what there is, if there is anything.
    public void uploadAnything() {
        if (!journal.isEmpty()) {
            uploadAll();
        }
    }

    public UploadAnswer uploadAll() {
        return upload(batch(1, journal.size())).as(UploadAnswer.class);
    }

    TestClient.Reply upload(UploadBatch batch) {
        return post("/sync/v1/devices/" + till.deviceId() + "/events", packed(json(batch)));
    }

    /// Hands the server another till's batch.
    TestClient.Reply carry(TestTill author, UploadBatch batch) {
        return post("/sync/v1/devices/" + author.till.deviceId() + "/events", packed(json(batch)));
    }

    public FeedPage feed(Cursor cursor, int waitSeconds) {
        return get("/sync/v1/devices/"
                        + till.deviceId()
                        + "/feed?cursor="
                        + cursor.encoded()
                        + "&wait="
                        + waitSeconds)
                .as(FeedPage.class);
    }

    /// The snapshot's lines.
    public List<String> snapshot() {
        return get("/sync/v1/devices/" + till.deviceId() + "/snapshot").text().lines().toList();
    }

    /// A signed POST of something as JSON.
    public TestClient.Reply ask(String path, Object body) {
        return post("/sync/v1/devices/" + till.deviceId() + path, packed(json(body)));
    }

    /// A signed GET.
    public TestClient.Reply fetch(String path) {
        return get(path);
    }

    public TestClient.Reply get(String path) {
        return signed("GET", path, new byte[0], Instant.now()).send("GET", path, new byte[0]);
    }

    TestClient.Reply post(String path, byte[] packed) {
        return signed("POST", path, packed, Instant.now())
                .with("Content-Encoding", "gzip")
                .send("POST", path, packed);
    }

    TestClient.Reply postPlain(String path, byte[] body) {
        return signed("POST", path, body, Instant.now()).send("POST", path, body);
    }

    /// Sends a batch and closes the line once the server has taken it in, without reading on.
    void uploadAndHangUp(UploadBatch batch) throws IOException {
        String path = "/sync/v1/devices/" + till.deviceId() + "/events";
        byte[] body = packed(json(batch));
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\nAuthorization: %s\r\n\r\n"
                        .formatted(
                                path,
                                body.length,
                                DeviceSignature.sign(
                                                keys.getPrivate(),
                                                till.deviceId(),
                                                Instant.now(),
                                                "POST",
                                                path,
                                                body)
                                        .header());
        try (Socket socket = new Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            int firstByteOfTheAnswer = socket.getInputStream().read();
            if (firstByteOfTheAnswer != 'H') {
                throw new IOException("no answer");
            }
        }
    }

    TestClient signed(String method, String path, byte[] body, Instant at) {
        String header =
                DeviceSignature.sign(keys.getPrivate(), till.deviceId(), at, method, path, body)
                        .header();
        TestClient client = server.client().with("Authorization", header);
        return protocol.isEmpty() ? client : client.with(ProtocolVersion.HEADER, protocol);
    }

    static byte[] json(Object value) {
        try {
            return Json.MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
