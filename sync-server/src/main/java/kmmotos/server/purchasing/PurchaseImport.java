package kmmotos.server.purchasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseOrder;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.UuidV7;
import kmmotos.server.imports.ImportReport;
import kmmotos.server.imports.ImportReport.Tally;
import kmmotos.server.imports.RowCheck;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/// Takes purchase-orders.csv: one row for each item, the rows of one number are one order. A number
/// that is known is that order changed. An order with a faulty row is refused as a whole.
final class PurchaseImport {

    private static final Set<String> COLUMNS =
            Set.of("number", "store", "supplier", "expected", "sku", "quantity", "cost");
    private static final Set<String> KNOWN =
            Set.of(
                    "number",
                    "store",
                    "supplier",
                    "expected",
                    "sku",
                    "quantity",
                    "cost",
                    "tolerance_percent");

    private final PurchaseStore orders = new PurchaseStore();

    private record Row(
            int number,
            String order,
            StoreId store,
            String supplier,
            LocalDate expected,
            int tolerance,
            Sku sku,
            Quantity quantity,
            String cost) {}

    ImportReport take(StatelessSession session, byte[] file, UUID by, Instant now) {
        Tally tally = new Tally("purchase-orders", KNOWN);
        Set<String> faulty = new HashSet<>();
        List<Row> rows = tally.read(file, COLUMNS, row -> parse(row, faulty));
        Map<String, Currency> currencies = currencies(session);
        Set<String> skus = skus(session, rows);
        Map<String, List<Row>> byOrder = new LinkedHashMap<>();
        rows.forEach(row -> byOrder.computeIfAbsent(row.order(), _ -> new ArrayList<>()).add(row));
        byOrder.forEach((number, own) -> {
            if (faulty.contains(number)) {
                refuse(tally, own, "", "order_refused", "another row of this order is wrong");
            } else if (areKnown(tally, own, currencies, skus)) {
                save(session, tally, own, currencies, by, now);
            }
        });
        return tally.report();
    }

    private static Optional<Row> parse(RowCheck row, Set<String> faulty) {
        Optional<String> order = row.required("number", text -> text);
        Optional<StoreId> store = row.required("store", StoreId::new);
        Optional<String> supplier = row.required("supplier", text -> text);
        Optional<LocalDate> expected = row.required("expected", LocalDate::parse);
        Optional<Sku> sku = row.required("sku", Sku::new);
        Optional<Quantity> quantity = row.required("quantity", Quantity::parse);
        Optional<String> cost = row.required("cost", text -> text);
        Optional<Integer> tolerance = row.optional("tolerance_percent", Integer::valueOf);
        if (row.isFaulty()) {
            order.ifPresent(faulty::add);
            return Optional.empty();
        }
        return Optional.of(
                new Row(
                        row.number(),
                        order.orElseThrow(),
                        store.orElseThrow(),
                        supplier.orElseThrow(),
                        expected.orElseThrow(),
                        tolerance.orElse(0),
                        sku.orElseThrow(),
                        quantity.orElseThrow(),
                        cost.orElseThrow()));
    }

    private static Map<String, Currency> currencies(StatelessSession session) {
        return Sql.list(
                        session,
                        "select store_id, currency from store",
                        row ->
                                Map.entry(
                                        row.getString("store_id"),
                                        Currency.getInstance(row.getString("currency"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> skus(StatelessSession session, List<Row> rows) {
        return new HashSet<>(
                Sql.list(
                        session,
                        "select sku from variant where sku = any (?)",
                        row -> row.getString(1),
                        Column.of("text", rows, row -> row.sku().value())));
    }

    private static boolean areKnown(
            Tally tally, List<Row> rows, Map<String, Currency> currencies, Set<String> skus) {
        StoreId store = rows.getFirst().store();
        if (!currencies.containsKey(store.value())) {
            refuse(tally, rows, "store", "unknown_store", "there is no store " + store);
            return false;
        }
        if (rows.stream().anyMatch(row -> !row.store().equals(store))) {
            refuse(tally, rows, "store", "two_stores", "one order is for one store");
            return false;
        }
        Optional<Row> unknown =
                rows.stream().filter(row -> !skus.contains(row.sku().value())).findFirst();
        unknown.ifPresent(
                row -> refuse(tally, rows, "sku", "unknown_sku", "there is no SKU " + row.sku()));
        return unknown.isEmpty();
    }

    private void save(
            StatelessSession session,
            Tally tally,
            List<Row> rows,
            Map<String, Currency> currencies,
            UUID by,
            Instant now) {
        Row first = rows.getFirst();
        Optional<PurchaseOrder> known =
                orders.idOf(session, first.order())
                        .flatMap(id -> orders.find(session, id))
                        .map(kept -> kept.progress().order());
        if (known.filter(order -> !order.store().equals(first.store())).isPresent()) {
            refuse(tally, rows, "number", "number_taken", "another store's order has this number");
            return;
        }
        try {
            PurchaseOrder order = order(rows, known, currencies.get(first.store().value()), now);
            if (!known.equals(Optional.of(order))) {
                orders.save(session, order, by, now);
                tally.changed(rows.size());
            }
        } catch (IllegalArgumentException e) {
            refuse(tally, rows, "", "invalid", String.valueOf(e.getMessage()));
        }
    }

    private static PurchaseOrder order(
            List<Row> rows,
            Optional<PurchaseOrder> known,
            @Nullable Currency currency,
            Instant now) {
        Row first = rows.getFirst();
        Currency own = Objects.requireNonNull(currency);
        return new PurchaseOrder(
                known.map(PurchaseOrder::orderId)
                        .orElseGet(() -> UuidV7.of(now, ThreadLocalRandom.current())),
                first.order(),
                first.store(),
                first.supplier(),
                known.map(PurchaseOrder::orderedAt).orElse(now),
                first.expected(),
                first.tolerance(),
                rows.stream()
                        .map(row ->
                                new PurchaseOrder.Line(
                                        row.sku(), row.quantity(), Money.parse(row.cost(), own)))
                        .toList(),
                true);
    }

    private static void refuse(
            Tally tally, List<Row> rows, String column, String code, String reason) {
        rows.forEach(row -> tally.refuse(row.number(), column, code, reason));
    }
}
