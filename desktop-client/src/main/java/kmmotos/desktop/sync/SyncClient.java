package kmmotos.desktop.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.leases.AccountBalance;
import kmmotos.model.leases.CardBalance;
import kmmotos.model.leases.CouponText;
import kmmotos.model.leases.LeaseAnswer;
import kmmotos.model.leases.LeaseRequest;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.quotes.Quote;
import kmmotos.model.returns.ReceiptAnswer;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.stock.StockEverywhere;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.ProtocolVersion;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Talks to the server over HTTP. Every request is signed with the till's key, by the server's
/// time: when the till's clock is off, the server says so and the request is signed again.
public final class SyncClient
        implements SyncServer,
                LeaseServer,
                ReceiptServer,
                CounterServer,
                Carrier,
                RequestSigner,
                AutoCloseable {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(60);
    // A customer waits for this one.
    private static final Duration COUNTER_TIME = Duration.ofSeconds(8);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int CHUNK_BYTES = 64 * 1024;

    private final HttpUrl server;
    private final DeviceId device;
    private final DeviceKey key;
    private final ServerClock clock;
    private final HttpCalls calls = new HttpCalls(ANSWER_TIME);
    private final HttpCalls counterCalls = new HttpCalls(COUNTER_TIME);

    SyncClient(HttpUrl server, DeviceId device, DeviceKey key, ServerClock clock) {
        this.server = server;
        this.device = device;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public Reply<UploadAnswer> upload(UploadBatch batch) {
        return carry(device, batch);
    }

    @Override
    public Reply<UploadAnswer> carry(DeviceId author, UploadBatch batch) {
        byte[] body = gzip(CanonicalJson.bytes(batch));
        HttpUrl url = path("devices/%s/events".formatted(author));
        return signed(
                () ->
                        new Request.Builder()
                                .url(url)
                                .header("Content-Encoding", "gzip")
                                .header(ProtocolVersion.HEADER, ProtocolVersion.CURRENT.toString())
                                .header("Authorization", signature("POST", url, body))
                                .post(RequestBody.create(body, JSON))
                                .build(),
                response -> json(response, UploadAnswer.class));
    }

    @Override
    public Reply<FeedPage> feed(Cursor cursor, Duration wait) {
        HttpUrl url =
                path("devices/%s/feed".formatted(device))
                        .newBuilder()
                        .addQueryParameter("wait", Long.toString(wait.toSeconds()))
                        .addQueryParameter("cursor", cursor.encoded())
                        .build();
        return get(url, response -> json(response, FeedPage.class));
    }

    /// The bytes are kept as they come, packed; an unpacked answer is packed here.
    @Override
    public Reply<Long> snapshot(UUID incarnation, OutputStream into, SyncProgress progress) {
        return get(
                ofJournal("snapshot", incarnation),
                response -> {
                    InputStream in = response.body().byteStream();
                    long length = response.body().contentLength();
                    if ("gzip".equals(response.header("Content-Encoding"))) {
                        return copy(in, into, length, progress);
                    }
                    GZIPOutputStream packed = new GZIPOutputStream(into);
                    long read = copy(in, packed, length, progress);
                    packed.finish();
                    return read;
                });
    }

    @Override
    public Reply<StateDigest> digest(UUID incarnation) {
        return get(ofJournal("digest", incarnation), response -> json(response, StateDigest.class));
    }

    @Override
    public Reply<LeaseAnswer> lease(LeaseRequest request) {
        return ask("leases", CanonicalJson.bytes(request), LeaseAnswer.class);
    }

    @Override
    public Reply<LeaseAnswer.Standing> renewLeases() {
        return ask("leases/standing", new byte[] {'{', '}'}, LeaseAnswer.Standing.class);
    }

    @Override
    public Reply<CardBalance> giftCard(UUID cardId) {
        HttpUrl url = path("devices/%s/gift-cards/%s".formatted(device, cardId));
        return signed(
                counterCalls, () -> getOf(url), response -> json(response, CardBalance.class));
    }

    @Override
    public Reply<CouponText> coupon(String code) {
        HttpUrl url = path("devices/%s/coupons/%s".formatted(device, code));
        return signed(counterCalls, () -> getOf(url), response -> json(response, CouponText.class));
    }

    @Override
    public Reply<ReceiptAnswer> receipt(ReceiptNumber number) {
        HttpUrl url = path("devices/%s/receipts/%s".formatted(device, number));
        return signed(
                counterCalls, () -> getOf(url), response -> json(response, ReceiptAnswer.class));
    }

    @Override
    public Reply<Quote> quote(String number) {
        HttpUrl url = path("devices/%s/quotes/%s".formatted(device, number));
        return signed(counterCalls, () -> getOf(url), response -> json(response, Quote.class));
    }

    @Override
    public Reply<AccountBalance> account(UUID customerId) {
        HttpUrl url = path("devices/%s/accounts/%s".formatted(device, customerId));
        return signed(
                counterCalls, () -> getOf(url), response -> json(response, AccountBalance.class));
    }

    @Override
    public Reply<StockEverywhere> stock(Sku sku) {
        HttpUrl url =
                path("devices/%s/stock".formatted(device))
                        .newBuilder()
                        .addQueryParameter("sku", sku.value())
                        .build();
        return signed(
                counterCalls, () -> getOf(url), response -> json(response, StockEverywhere.class));
    }

    @Override
    public Reply<SerialHistory> serial(String number) {
        HttpUrl url =
                path("devices/%s/serials".formatted(device))
                        .newBuilder()
                        .addQueryParameter("serial", number)
                        .build();
        return signed(
                counterCalls, () -> getOf(url), response -> json(response, SerialHistory.class));
    }

    private <T> Reply<T> ask(String what, byte[] body, Class<T> answer) {
        HttpUrl url = path("devices/%s/%s".formatted(device, what));
        return signed(
                counterCalls,
                () ->
                        new Request.Builder()
                                .url(url)
                                .header(ProtocolVersion.HEADER, ProtocolVersion.CURRENT.toString())
                                .header("Authorization", signature("POST", url, body))
                                .post(RequestBody.create(body, JSON))
                                .build(),
                response -> json(response, answer));
    }

    private HttpUrl ofJournal(String what, UUID incarnation) {
        return path("devices/%s/%s".formatted(device, what))
                .newBuilder()
                .addQueryParameter("incarnation", incarnation.toString())
                .build();
    }

    private static long copy(InputStream in, OutputStream out, long length, SyncProgress progress)
            throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        long done = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            out.write(chunk, 0, read);
            done += read;
            progress.at(done, Math.max(0, length));
        }
        return done;
    }

    /// @return a refusal `wrong_content` if the list is not the one that its id names
    @Override
    public Reply<PriceList> priceList(String id) {
        Reply<PriceList> reply =
                get(path("pricelists/" + id), response -> json(response, PriceList.class));
        if (reply instanceof Reply.Answered<PriceList>(PriceList list)
                && !HashChain.sha256Hex(CanonicalJson.bytes(list)).equals(id)) {
            return new Reply.Refused<>(200, "wrong_content", "price list " + id + " was altered");
        }
        return reply;
    }

    private <T> Reply<T> get(HttpUrl url, HttpCalls.BodyReader<T> reader) {
        return signed(() -> getOf(url), reader);
    }

    private Request getOf(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header(ProtocolVersion.HEADER, ProtocolVersion.CURRENT.toString())
                .header("Authorization", signature("GET", url, new byte[0]))
                .header("Accept-Encoding", "gzip")
                .build();
    }

    /// Sends a request; once more if only the time of its signature was wrong.
    private <T> Reply<T> signed(Supplier<Request> request, HttpCalls.BodyReader<T> reader) {
        return signed(calls, request, reader);
    }

    private <T> Reply<T> signed(
            HttpCalls by, Supplier<Request> request, HttpCalls.BodyReader<T> reader) {
        Reply<T> reply = by.send(request.get(), reader);
        if (reply instanceof Reply.Refused<T>(_, String code, String serverTime)
                && code.equals("clock_skew")
                && learnt(serverTime)) {
            return by.send(request.get(), reader);
        }
        return reply;
    }

    private boolean learnt(String serverTime) {
        try {
            clock.learn(Instant.parse(serverTime));
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    @Override
    public String signature(String method, HttpUrl url, byte[] body) {
        String query = url.encodedQuery();
        String target = query == null ? url.encodedPath() : url.encodedPath() + "?" + query;
        return DeviceSignature.sign(key.privateKey(), device, clock.now(), method, target, body)
                .header();
    }

    private HttpUrl path(String path) {
        return server.newBuilder().addPathSegments("sync/v1/" + path).build();
    }

    private static <T> T json(Response response, Class<T> type) throws IOException {
        return Json.MAPPER.readValue(content(response), type);
    }

    private static byte[] content(Response response) throws IOException {
        byte[] bytes = response.body().bytes();
        if (!"gzip".equals(response.header("Content-Encoding"))) {
            return bytes;
        }
        try (InputStream unpacked =
                new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        calls.close();
        counterCalls.close();
    }
}
