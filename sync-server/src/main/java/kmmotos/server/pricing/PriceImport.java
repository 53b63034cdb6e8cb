package kmmotos.server.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.PriceList;
import kmmotos.model.stores.StoreId;
import kmmotos.server.imports.ImportReport;
import kmmotos.server.imports.ImportReport.Tally;
import kmmotos.server.imports.RowCheck;
import kmmotos.server.storage.Sql;
import kmmotos.server.storage.Sql.Column;
import org.hibernate.StatelessSession;

/// Takes prices.csv: the rows go over those of the zone's newest list, and what comes out is
/// published as a new list.
final class PriceImport {

    static final Set<String> COLUMNS =
            Set.of(
                    "zone",
                    "sku",
                    "amount",
                    "currency",
                    "min_quantity",
                    "group",
                    "store",
                    "from",
                    "until");
    private static final Set<String> NEEDED = Set.of("zone", "sku", "amount");

    private final PriceStore store;

    PriceImport(PriceStore store) {
        this.store = store;
    }

    /// @param replace whether rows that the file does not name go away
    record Wanted(Instant effectiveFrom, boolean replace) {}

    /// A row of the file.
    private record Row(int number, String zone, Price price) {}

    /// What makes two rows speak of the same price.
    private record Key(
            Sku sku,
            Quantity minQuantity,
            Optional<String> group,
            Optional<StoreId> store,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {

        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::sku)
                        .thenComparing(key -> key.group().orElse(""))
                        .thenComparing(key -> key.store().map(StoreId::value).orElse(""))
                        .thenComparing(Key::minQuantity)
                        .thenComparing(key -> key.from().orElse(LocalDate.MIN))
                        .thenComparing(key -> key.until().orElse(LocalDate.MAX));

        static Key of(Price price) {
            return new Key(
                    price.sku(),
                    price.minQuantity(),
                    price.group(),
                    price.store(),
                    price.from(),
                    price.until());
        }
    }

    ImportReport prices(StatelessSession session, byte[] file, Wanted wanted, Instant now) {
        Tally tally = new Tally("prices", COLUMNS);
        Map<String, Currency> zones = store.zones(session);
        List<Row> rows = tally.read(file, NEEDED, row -> parse(row, zones));
        Set<String> known = known(session, rows);
        Map<String, Map<Key, Price>> byZone = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<Key, Price> prices = byZone.computeIfAbsent(row.zone(), _ -> new LinkedHashMap<>());
            if (!known.contains(row.price().sku().value())) {
                tally.refuse(
                        row.number(), "sku", "unknown_sku", "there is no SKU " + row.price().sku());
            } else if (prices.putIfAbsent(Key.of(row.price()), row.price()) != null) {
                tally.refuse(row.number(), "", "duplicate_row", "another row sets the same price");
            }
        }
        byZone.forEach((zone, prices) ->
                tally.changed(publish(session, zone, prices, wanted, now, zones)));
        return tally.report();
    }

    private int publish(
            StatelessSession session,
            String zone,
            Map<Key, Price> rows,
            Wanted wanted,
            Instant now,
            Map<String, Currency> zones) {
        Map<Key, Price> before =
                store.newest(session, zone).stream()
                        .flatMap(list -> list.prices().stream())
                        .collect(Collectors.toMap(Key::of, price -> price, (_, last) -> last));
        Map<Key, Price> after = new LinkedHashMap<>(wanted.replace() ? Map.of() : before);
        after.putAll(rows);
        if (after.isEmpty() || after.equals(before)) {
            return 0;
        }
        List<Price> sorted =
                after.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Key.ORDER))
                        .map(Map.Entry::getValue)
                        .toList();
        Currency currency = java.util.Objects.requireNonNull(zones.get(zone), zone);
        store.publish(session, new PriceList(zone, currency, wanted.effectiveFrom(), sorted), now);
        Set<Map.Entry<Key, Price>> changed = new HashSet<>(rows.entrySet());
        changed.removeAll(before.entrySet());
        return changed.size();
    }

    private static Optional<Row> parse(RowCheck row, Map<String, Currency> zones) {
        Optional<String> zone = row.required("zone", text -> text);
        Optional<Currency> currency = zone.map(zones::get);
        if (zone.isPresent() && currency.isEmpty()) {
            row.fault("zone", "unknown_zone", "no store sells by zone " + zone.get());
        }
        Optional<Currency> said = row.optional("currency", Currency::getInstance);
        if (said.isPresent() && currency.isPresent() && !said.equals(currency)) {
            row.fault("currency", "wrong_currency", "zone's currency is " + currency.get());
        }
        Optional<Sku> sku = row.required("sku", Sku::new);
        Optional<UnitPrice> amount =
                currency.flatMap(
                        money -> row.required("amount", text -> UnitPrice.parse(text, money)));
        Optional<Quantity> minimum = row.optional("min_quantity", Quantity::parse);
        Optional<StoreId> onlyAt = row.optional("store", StoreId::new);
        Optional<LocalDate> from = row.optional("from", LocalDate::parse);
        Optional<LocalDate> until = row.optional("until", LocalDate::parse);
        if (row.isFaulty()) {
            return Optional.empty();
        }
        return row.optional(
                "amount",
                _ ->
                        new Row(
                                row.number(),
                                zone.orElseThrow(),
                                new Price(
                                        sku.orElseThrow(),
                                        amount.orElseThrow(),
                                        minimum.orElse(Quantity.ONE),
                                        row.text("group"),
                                        onlyAt,
                                        from,
                                        until)));
    }

    private static Set<String> known(StatelessSession session, List<Row> rows) {
        return new HashSet<>(
                Sql.list(
                        session,
                        "select sku from variant where sku = any (?)",
                        row -> row.getString(1),
                        Column.texts(
                                rows.stream()
                                        .map(row -> row.price().sku().value())
                                        .distinct()
                                        .toList())));
    }
}
