package kmmotos.desktop.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.TestTill;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.stock.Location;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.FeedEntry;
import kmmotos.model.sync.FeedPage;
import kmmotos.model.sync.HashChain;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.model.sync.StateDigest;
import kmmotos.model.sync.StateSum;
import kmmotos.model.sync.UploadAnswer;
import kmmotos.model.sync.UploadBatch;

/// A server in memory that keeps the protocol's rules, on a network that can be cut before or after
/// it has done its work.
final class FakeServer implements SyncServer {
    enum Line {
        GOOD,
        CUT_BEFORE,
        /// The server has committed, but the till never hears of it.
        CUT_AFTER
    }

    /// By incarnation: the chain's hash after each entry, the start first.
    private final Map<UUID, List<String>> chains = new HashMap<>();

    /// Each event once, in the order of arrival.
    private final Map<UUID, JournalEntry> events = new LinkedHashMap<>();

    private final Map<Sku, Quantity> stock = new HashMap<>();
    private final Map<UUID, Order> orders = new LinkedHashMap<>();
    private final List<FeedEntry> feed = new ArrayList<>();
    private final Map<UUID, Product> products = new LinkedHashMap<>();
    private final List<UploadBatch> batches = new ArrayList<>();
    private final List<UploadAnswer.Quarantined> quarantined = new ArrayList<>();
    private Line line = Line.GOOD;
    private Optional<Reply.Refused<UploadAnswer>> refusal = Optional.empty();
    private UUID newest = new UUID(0, 0);
    private long safeSeq;
    private int snapshots;
    private int digests;
    private boolean forgetsScopes;
    private boolean sumsUpOrders = true;

    FakeServer() {
        SampleProducts.ALL.forEach(this::offer);
        for (Policy policy : TestTill.policies()) {
            if (policy instanceof Policy.StockLevel(_, Sku sku, Quantity onHand)) {
                stock.put(sku, onHand);
            }
        }
    }

    void line(Line now) {
        line = now;
    }

    void refuse(int status, String code) {
        refusal = Optional.of(new Reply.Refused<>(status, code, "no"));
    }

    void accept() {
        refusal = Optional.empty();
    }

    void quarantine(UUID eventId, String code) {
        quarantined.add(new UploadAnswer.Quarantined(eventId, code));
    }

    void safe(long seq) {
        safeSeq = seq;
    }

    /// As after a restore from an older backup.
    void forgetAfter(UUID incarnation, int seq) {
        List<String> chain = chain(incarnation);
        chain.subList(seq + 1, chain.size()).clear();
        events.values().removeIf(entry -> entry.seq() > seq);
    }

    /// As after a restore from a backup made before this journal was begun; what it told came with
    /// an older journal too, and is still there.
    void forgetJournal(UUID incarnation, UUID older) {
        chains.remove(incarnation);
        newest = older;
    }

    /// As if another till with the same keys had written other facts.
    void alterHash(UUID incarnation, int seq) {
        chain(incarnation).set(seq, HashChain.sha256Hex(new byte[] {1}));
    }

    void askForSnapshot() {
        forgetsScopes = true;
    }

    /// As servers did before orders were compared.
    void sumUpNoOrders() {
        sumsUpOrders = false;
    }

    /// A product of the next snapshot, in place of what it was before.
    void offer(Product product) {
        products.put(product.productId(), product);
    }

    void withdraw(Product product) {
        products.remove(product.productId());
        product.variants().forEach(variant -> stock.remove(variant.sku()));
    }

    void publish(Policy policy) {
        Scope scope = Scope.store(SampleStores.SAO_PAULO.storeId());
        feed.add(new FeedEntry(scope, feed.size() + 1L, UUID.randomUUID(), policy));
        if (policy instanceof Policy.StockChanged changed) {
            stock.merge(changed.sku(), changed.change(), Quantity::plus);
        }
        if (policy instanceof Policy.OrderChanged(Order order)) {
            orders.put(order.orderId(), order);
        }
    }

    Map<UUID, JournalEntry> events() {
        return events;
    }

    List<UploadBatch> batches() {
        return batches;
    }

    int snapshots() {
        return snapshots;
    }

    Quantity stock(Sku sku) {
        return stock.getOrDefault(sku, Quantity.ZERO);
    }

    @Override
    public Reply<UploadAnswer> upload(UploadBatch batch) {
        if (line == Line.CUT_BEFORE) {
            return new Reply.Unreachable<>("cut");
        }
        if (refusal.isPresent()) {
            return refusal.get();
        }
        batches.add(batch);
        UploadAnswer answer = take(batch);
        return line == Line.CUT_AFTER
                ? new Reply.Unreachable<>("cut")
                : new Reply.Answered<>(answer);
    }

    private UploadAnswer take(UploadBatch batch) {
        List<String> chain = chain(batch.incarnation());
        newest = batch.incarnation();
        int have = chain.size() - 1;
        if (batch.fromSeq() > have + 1) {
            return new UploadAnswer.Gap(have, chain.getLast());
        }
        if (!chain.get((int) batch.fromSeq() - 1).equals(batch.prevHash())) {
            return new UploadAnswer.Fork(have);
        }
        String hash = batch.prevHash();
        for (JournalEntry entry : batch.events()) {
            hash = entry.hashAfter(hash);
            if (entry.seq() <= have && !chain.get((int) entry.seq()).equals(hash)) {
                return new UploadAnswer.Fork(have);
            }
            if (entry.seq() > have) {
                chain.add(hash);
                store(entry);
            }
        }
        return new UploadAnswer.Ack(
                chain.size() - 1,
                chain.getLast(),
                safeSeq,
                quarantined,
                TestTill.NOW,
                UploadBatch.MAX_EVENTS,
                0);
    }

    private List<String> chain(UUID incarnation) {
        return chains.computeIfAbsent(incarnation, _ -> new ArrayList<>(List.of(HashChain.START)));
    }

    private void store(JournalEntry entry) {
        if (events.putIfAbsent(entry.eventId(), entry) == null
                && entry.read() instanceof JournalEntry.Reading.Known(Event event)) {
            event.movements()
                    .forEach(movement ->
                            stock.merge(
                                    movement.sku(),
                                    movement.changeAt(Location.STORE),
                                    Quantity::plus));
            event.orderStep()
                    .ifPresent(step ->
                            orders.computeIfPresent(
                                    step.orderId(), (_, order) -> order.in(step.next())));
        }
    }

    @Override
    public Reply<FeedPage> feed(Cursor cursor, Duration wait) {
        if (line != Line.GOOD) {
            return new Reply.Unreachable<>("cut");
        }
        if (forgetsScopes) {
            forgetsScopes = false;
            return new Reply.Answered<>(
                    new FeedPage(List.of(), cursor, false, List.of(Scope.CATALOG)));
        }
        Scope scope = Scope.store(SampleStores.SAO_PAULO.storeId());
        List<FeedEntry> entries =
                feed.stream().filter(entry -> entry.n() > cursor.at(scope).n()).toList();
        Cursor next = cursor;
        for (FeedEntry entry : entries) {
            next = next.after(entry);
        }
        return new Reply.Answered<>(new FeedPage(entries, next, false, List.of()));
    }

    @Override
    public Reply<Long> snapshot(UUID incarnation, OutputStream into, SyncProgress progress)
            throws IOException {
        if (line != Line.GOOD) {
            return new Reply.Unreachable<>("cut");
        }
        snapshots++;
        UUID known = known(incarnation);
        List<String> chain = chains.getOrDefault(known, List.of(HashChain.START));
        byte[] bytes =
                SnapshotFile.gzip(
                        standing(),
                        chain.size() > 1 ? Optional.of(known) : Optional.empty(),
                        chain.size() - 1L,
                        policies());
        into.write(bytes);
        return new Reply.Answered<>((long) bytes.length);
    }

    private UUID known(UUID incarnation) {
        return chains.containsKey(incarnation) ? incarnation : newest;
    }

    private Cursor standing() {
        return feed.isEmpty() ? Cursor.START : Cursor.START.after(feed.getLast());
    }

    private List<Policy> policies() {
        List<Policy> policies =
                new ArrayList<>(
                        TestTill.policies().stream()
                                .filter(policy -> !(policy instanceof Policy.StockLevel))
                                .filter(policy -> !(policy instanceof Policy.ProductChanged))
                                .toList());
        products.values().forEach(product -> policies.add(new Policy.ProductChanged(product)));
        stock.forEach((sku, onHand) ->
                policies.add(new Policy.StockLevel(SampleStores.SAO_PAULO.storeId(), sku, onHand)));
        orders.values().stream()
                .filter(order -> order.state().isOpen())
                .forEach(order -> policies.add(new Policy.OrderChanged(order)));
        return policies;
    }

    @Override
    public Reply<StateDigest> digest(UUID incarnation) {
        if (line != Line.GOOD) {
            return new Reply.Unreachable<>("cut");
        }
        digests++;
        StateSum sum = new StateSum(SampleStores.SAO_PAULO.storeId());
        policies().forEach(sum::add);
        UUID known = known(incarnation);
        return new Reply.Answered<>(
                new StateDigest(
                        standing(),
                        Optional.of(known),
                        chain(known).size() - 1L,
                        sum.sums(),
                        Optional.of(sum.orders()).filter(_ -> sumsUpOrders),
                        List.of(SnapshotFile.id(SamplePrices.LIST))));
    }

    int digests() {
        return digests;
    }

    @Override
    public Reply<PriceList> priceList(String id) {
        if (line != Line.GOOD) {
            return new Reply.Unreachable<>("cut");
        }
        return id.equals(SnapshotFile.id(SamplePrices.LIST))
                ? new Reply.Answered<>(SamplePrices.LIST)
                : new Reply.Refused<>(404, "not_found", "no");
    }
}
