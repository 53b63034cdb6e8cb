package kmmotos.desktop.neighbours;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import kmmotos.desktop.TestTill;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Location;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.CanonicalJson;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.DeviceSignature;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/// A server for the tills of one shop, over HTTP: takes their batches, tells them of each other and
/// of their stock. The line of each till can be cut.
final class ShopServer extends Dispatcher implements AutoCloseable {
    private static final Scope SCOPE = Scope.store(SampleStores.SAO_PAULO.storeId());

    private static final String DEVICES = "/sync/v1/devices/";

    private final MockWebServer web = new MockWebServer();
    private final Map<UUID, List<String>> chains = new HashMap<>();
    private final Map<UUID, JournalEntry> events = new LinkedHashMap<>();
    private final Map<DeviceId, String> keys = new HashMap<>();
    private final Set<DeviceId> cut = new HashSet<>();
    private final List<FeedEntry> feed = new ArrayList<>();
    private final List<String> carried = new ArrayList<>();

    ShopServer() {
        web.setDispatcher(this);
        try {
            web.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + web.getPort();
    }

    synchronized void tell(Policy policy) {
        if (policy instanceof Policy.TillChanged told) {
            keys.put(told.till().deviceId(), told.publicKey());
        }
        feed.add(new FeedEntry(SCOPE, feed.size() + 1L, UUID.randomUUID(), policy));
    }

    synchronized void cut(DeviceId till) {
        cut.add(till);
    }

    synchronized void repair(DeviceId till) {
        cut.remove(till);
    }

    /// How many different events there are.
    synchronized int events() {
        return events.size();
    }

    /// Who carried for whom, by device.
    synchronized List<String> carried() {
        return List.copyOf(carried);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        DeviceSignature signature =
                DeviceSignature.find(String.valueOf(request.getHeaders().get("Authorization")))
                        .orElseThrow();
        if (cut.contains(signature.device()) || !keys.containsKey(signature.device())) {
            return new MockResponse.Builder().code(502).build();
        }
        String path = request.getUrl().encodedPath();
        if (path.contains("/receipts/") || path.contains("/quotes/")) {
            return new MockResponse.Builder().code(502).build();
        }
        return path.endsWith("/events")
                ? taken(request, signature.device(), path)
                : json(200, page(String.valueOf(request.getUrl().queryParameter("cursor"))));
    }

    private static MockResponse json(int status, Object body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(new Buffer().write(CanonicalJson.bytes(body)))
                .build();
    }

    private FeedPage page(String encoded) {
        Cursor cursor = Cursor.decode(encoded);
        List<FeedEntry> entries =
                feed.stream().filter(entry -> entry.n() > cursor.at(SCOPE).n()).toList();
        Cursor next = cursor;
        for (FeedEntry entry : entries) {
            next = next.after(entry);
        }
        return new FeedPage(entries, next, false, List.of());
    }

    private MockResponse taken(RecordedRequest request, DeviceId carrier, String path) {
        DeviceId author = DeviceId.parse(path.substring(DEVICES.length(), path.lastIndexOf('/')));
        UploadBatch batch = batch(request);
        byte[] signed = Base64.getDecoder().decode(batch.signature());
        if (!DeviceSignature.verify(
                DeviceSignature.publicKey(String.valueOf(keys.get(author))),
                batch.signedBytes(),
                signed)) {
            throw new IllegalStateException("a forged batch");
        }
        if (!author.equals(carrier)) {
            carried.add(carrier + " for " + author);
        }
        UploadAnswer answer = take(author, batch);
        return json(answer instanceof UploadAnswer.Ack ? 200 : 409, answer);
    }

    private static UploadBatch batch(RecordedRequest request) {
        byte[] body = Optional.ofNullable(request.getBody()).orElseThrow().toByteArray();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return Json.MAPPER.readValue(in, UploadBatch.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadAnswer take(DeviceId author, UploadBatch batch) {
        List<String> chain =
                chains.computeIfAbsent(
                        batch.incarnation(), _ -> new ArrayList<>(List.of(HashChain.START)));
        int have = chain.size() - 1;
        if (batch.fromSeq() > have + 1) {
            return new UploadAnswer.Gap(have, chain.getLast());
        }
        String hash = batch.prevHash();
        Map<Sku, Quantity> changes = new TreeMap<>();
        for (JournalEntry entry : batch.events()) {
            hash = entry.hashAfter(hash);
            if (entry.seq() > have) {
                chain.add(hash);
                if (events.putIfAbsent(entry.eventId(), entry) == null) {
                    add(entry, changes);
                }
            } else if (!chain.get((int) entry.seq()).equals(hash)) {
                return new UploadAnswer.Fork(have);
            }
        }
        tellStock(author, batch.incarnation(), chain.size() - 1L, changes);
        return new UploadAnswer.Ack(
                chain.size() - 1L,
                chain.getLast(),
                0,
                List.of(),
                TestTill.NOW,
                UploadBatch.MAX_EVENTS,
                0);
    }

    private static void add(JournalEntry entry, Map<Sku, Quantity> changes) {
        if (entry.read() instanceof JournalEntry.Reading.Known(Event event)) {
            event.movements()
                    .forEach(movement ->
                            changes.merge(
                                    movement.sku(),
                                    movement.changeAt(Location.STORE),
                                    Quantity::plus));
        }
    }

    private void tellStock(DeviceId author, UUID journal, long seq, Map<Sku, Quantity> changes) {
        int left = changes.size();
        for (var change : changes.entrySet()) {
            Optional<UUID> mark = --left == 0 ? Optional.of(journal) : Optional.empty();
            tell(
                    new Policy.StockChanged(
                            SampleStores.SAO_PAULO.storeId(),
                            change.getKey(),
                            change.getValue(),
                            author,
                            seq,
                            mark,
                            Optional.of(journal)));
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
