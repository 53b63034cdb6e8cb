package kmmotos.benchmarks.sync;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import kmmotos.benchmarks.SampleSale;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;
import kmmotos.model.stores.Till;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.ProtocolVersion;
import kmmotos.model.sync.UploadBatch;
import kmmotos.model.sync.UuidV7;

/// A till that has a key and a journal and nothing else. It makes whole signed requests beforehand,
/// so that sending them costs little.
public final class SimulatedTill {

    private final Till till;
    private final KeyPair keys;
    private final RandomGenerator random;
    private final Clock clock;
    private final UUID incarnation;
    private String hash = HashChain.START;
    private long seq;

    public SimulatedTill(StoreId store, int number, RandomGenerator random, Clock clock) {
        this.clock = clock;
        this.random = random;
        this.incarnation = uuid();
        this.till = new Till(new DeviceId(uuid()), store, number, "Till " + number);
        this.keys = newKeys();
    }

    public Till till() {
        return till;
    }

    public byte[] publicKey() {
        return keys.getPublic().getEncoded();
    }

    /// The next sales of this till as a request.
    public byte[] upload(int sales) {
        String before = hash;
        long from = seq + 1;
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < sales; i++) {
            JournalEntry entry =
                    JournalEntry.of(
                            UuidV7.of(clock.instant(), random),
                            ++seq,
                            clock.instant(),
                            new Event.SaleCompleted(sale()));
            entries.add(entry);
            hash = entry.hashAfter(hash);
        }
        UploadBatch batch =
                new UploadBatch(
                        incarnation,
                        from,
                        before,
                        entries,
                        seq,
                        new UploadBatch.DeviceClock(clock.instant(), 1, "boot"),
                        "bench",
                        "");
        byte[] signature = signed(batch.signedBytes());
        byte[] body =
                packed(
                        CanonicalJson.bytes(
                                batch.signed(Base64.getEncoder().encodeToString(signature))));
        return request("POST", "events", body);
    }

    /// Waits for news after a cursor.
    public byte[] feed(Cursor cursor, int waitSeconds) {
        return request(
                "GET", "feed?wait=" + waitSeconds + "&cursor=" + cursor.encoded(), new byte[0]);
    }

    /// The state that a till begins with.
    public byte[] snapshot() {
        return request("GET", "snapshot", new byte[0]);
    }

    /// The same, summed up.
    public byte[] digest() {
        return request("GET", "digest?incarnation=" + incarnation, new byte[0]);
    }

    private Sale sale() {
        ReceiptNumber number = new ReceiptNumber(till.storeId(), till.number(), 1, seq);
        return SampleSale.of(till, uuid(), number);
    }

    private byte[] request(String method, String what, byte[] body) {
        String target = "/sync/v1/devices/" + till.deviceId() + "/" + what;
        String signature = signature(method, target, body).header();
        String packing = body.length == 0 ? "" : "Content-Encoding: gzip\r\n";
        String head =
                "%s %s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\nAuthorization: %s\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(
                                method,
                                target,
                                ProtocolVersion.HEADER,
                                ProtocolVersion.CURRENT,
                                signature,
                                packing,
                                body.length);
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream(first.length + body.length);
        all.writeBytes(first);
        all.writeBytes(body);
        return all.toByteArray();
    }

    private DeviceSignature signature(String method, String target, byte[] body) {
        DeviceSignature unsigned =
                new DeviceSignature(till.deviceId(), clock.instant().getEpochSecond(), "");
        byte[] signed = signed(unsigned.message(method, target, body));
        return new DeviceSignature(
                till.deviceId(),
                unsigned.epochSeconds(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(signed));
    }

    /// Ten times as fast as the JDK's, as it is for the server: there are many to be made.
    private byte[] signed(byte[] message) {
        try {
            Signature signature =
                    Signature.getInstance("Ed25519", AmazonCorrettoCryptoProvider.INSTANCE);
            signature.initSign(keys.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was made for it", e);
        }
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
