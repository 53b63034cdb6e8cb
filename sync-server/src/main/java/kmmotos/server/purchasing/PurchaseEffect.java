package kmmotos.server.purchasing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.sales.LedgerStore;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import kmmotos.server.sync.Effect;
import kmmotos.server.sync.EventStore;
import kmmotos.server.sync.NewEvent;
import kmmotos.server.sync.News;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// What came of purchase orders: the order's progress, the average cost, the ledger (`inventory`
/// against `goods_received_not_invoiced`), and a case for people where more came than was ordered
/// and nobody let it in. Tills that receive the same order while they are offline add up here.
///
/// Comes before the stock's effect, because the average is weighed by what was on hand before.
public final class PurchaseEffect implements Effect {

    private final Clock clock;
    private final PurchaseStore orders = new PurchaseStore();

    public PurchaseEffect(Clock clock) {
        this.clock = clock;
    }

    private record Told(NewEvent event, PurchaseReceipt receipt) {}

    private record Line(Told told, int number, PurchaseReceipt.Line line) {}

    @Override
    public void apply(StatelessSession session, List<NewEvent> events, News news) {
        List<Told> told = events.stream().flatMap(event -> told(event).stream()).toList();
        if (told.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Set<UUID> ids =
                told.stream().map(one -> one.receipt().orderId()).collect(Collectors.toSet());
        Map<UUID, PurchaseProgress> progress = orders.locked(session, new TreeSet<>(ids));
        insert(session, lines(told));
        for (Told one : told) {
            Optional<PurchaseProgress> after =
                    Optional.ofNullable(
                            progress.computeIfPresent(
                                    one.receipt().orderId(),
                                    (_, before) -> before.plus(one.receipt())));
            raise(session, one, after, now);
        }
        for (PurchaseProgress one : progress.values()) {
            orders.came(session, one, now);
            news.add(Scope.store(one.order().store()), new Policy.PurchaseOrderChanged(one));
        }
        CostStore.came(session, costs(told), now);
        LedgerStore.post(session, told.stream().flatMap(one -> posting(one).stream()).toList());
    }

    private static Optional<Told> told(NewEvent event) {
        if (!(event.event() instanceof Event.PurchaseReceived(PurchaseReceipt receipt))) {
            return Optional.empty();
        }
        if (!receipt.store().equals(event.till().storeId())) {
            throw new IllegalArgumentException(
                    "a till of store %s cannot receive for store %s"
                            .formatted(event.till().storeId(), receipt.store()));
        }
        return Optional.of(new Told(event, receipt));
    }

    private static void raise(
            StatelessSession session, Told told, Optional<PurchaseProgress> progress, Instant now) {
        PurchaseReceipt receipt = told.receipt();
        Optional<PurchaseProgress> own =
                progress.filter(one -> one.order().store().equals(receipt.store()));
        if (own.isEmpty()) {
            raise(
                    session,
                    told,
                    "unknown_purchase_order",
                    ("Goods came for purchase order %s, which is not known here as one of this"
                                    + " store. They are stock; make the order anew if the"
                                    + " supplier's invoice needs it.")
                            .formatted(receipt.orderNumber()),
                    now);
            return;
        }
        List<Sku> tooMany = own.get().tooMany(receipt);
        if (!tooMany.isEmpty() && receipt.approvedBy().isEmpty()) {
            raise(session, told, "over_received", words(own.get(), tooMany), now);
        }
    }

    private static String words(PurchaseProgress progress, List<Sku> tooMany) {
        String items =
                tooMany.stream()
                        .map(sku ->
                                "%s: %s came, %s ordered"
                                        .formatted(
                                                sku,
                                                progress.came(sku),
                                                progress.came(sku).plus(progress.left(sku))))
                        .collect(Collectors.joining("; "));
        return ("More came of purchase order %s from %s than was ordered: %s. All of it is stock:"
                        + " send the rest back, or pay for it.")
                .formatted(progress.order().number(), progress.order().supplier(), items);
    }

    private static void raise(
            StatelessSession session, Told told, String code, String cause, Instant now) {
        EventStore.raise(session, told.event().till(), told.event().entry(), code, cause, now);
    }

    private static List<CostStore.Came> costs(List<Told> told) {
        List<CostStore.Came> costs = new ArrayList<>();
        for (Told one : told) {
            for (PurchaseReceipt.Line line : one.receipt().lines()) {
                if (line.quantity().isPositive() && line.cost().isPresent()) {
                    costs.add(
                            new CostStore.Came(
                                    new CostStore.Key(one.receipt().store(), line.sku()),
                                    line.quantity(),
                                    line.cost().get()));
                }
            }
        }
        return costs;
    }

    private static Optional<LedgerStore.Posting> posting(Told told) {
        PurchaseReceipt receipt = told.receipt();
        return receipt.value()
                .filter(value -> !value.isZero())
                .map(value ->
                        new LedgerStore.Posting(
                                told.event().entry().eventId(),
                                receipt.store(),
                                receipt.businessDay(),
                                Map.of(
                                        "inventory",
                                        value,
                                        "goods_received_not_invoiced",
                                        value.negated())));
    }

    private static List<Line> lines(List<Told> told) {
        return told.stream()
                .flatMap(one ->
                        IntStream.range(0, one.receipt().lines().size())
                                .mapToObj(i -> new Line(one, i + 1, one.receipt().lines().get(i))))
                .toList();
    }

    private static void insert(StatelessSession session, List<Line> lines) {
        Sql.update(
                session,
                """
                insert into purchase_receipt_line (event_id, line, receipt_id, order_id, store_id,
                    business_day, at, reference, received_by, approved_by, sku, quantity, damaged,
                    currency, cost_minor)
                select l.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as l\
                """,
                Column.uuids(
                        lines.stream()
                                .<UUID>map(line -> line.told().event().entry().eventId())
                                .toList()),
                Column.integers(lines.stream().map(Line::number).toList()),
                Column.uuids(ofReceipts(lines, PurchaseReceipt::receiptId)),
                Column.uuids(ofReceipts(lines, PurchaseReceipt::orderId)),
                Column.texts(ofReceipts(lines, receipt -> receipt.store().value())),
                Column.days(
                        PurchaseEffect.<LocalDate>ofReceipts(lines, PurchaseReceipt::businessDay)),
                Column.instants(ofReceipts(lines, PurchaseReceipt::at)),
                Column.texts(ofReceipts(lines, PurchaseReceipt::reference)),
                Column.uuids(ofReceipts(lines, PurchaseReceipt::receivedBy)),
                Column.optionalUuids(ofReceipts(lines, PurchaseReceipt::approvedBy)),
                Column.of("text", lines, line -> line.line().sku().value()),
                Column.of("numeric", lines, line -> line.line().quantity().decimal()),
                Column.of("numeric", lines, line -> line.line().damaged().decimal()),
                Column.texts(lines.stream().map(line -> currency(line.line())).toList()),
                Column.of(
                        "bigint",
                        lines,
                        line -> line.line().cost().map(Money::minor).orElse(null)));
    }

    private static @Nullable Object currency(PurchaseReceipt.Line line) {
        return line.cost().map(cost -> (Object) cost.currency().getCurrencyCode()).orElse(null);
    }

    private static <T> List<T> ofReceipts(List<Line> lines, Function<PurchaseReceipt, T> part) {
        return lines.stream().map(line -> part.apply(line.told().receipt())).toList();
    }
}
