package kmmotos.simulation.stores;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kmmotos.desktop.sync.SyncTables;
import kmmotos.model.stock.Shortage;
import kmmotos.model.sync.Json;
import kmmotos.model.sync.Policy;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.till.TillState;

/// Everything that server and tills hold at one moment, table by table, in words: equal if the
/// stores keep the same contract, whatever ids and texts each of them makes up.
///
/// @param tables by name, then by key
public record Picture(Instant at, SortedMap<String, SortedMap<String, String>> tables) {

    private static final String ABSENT = "nothing";

    public static Picture of(Instant at, ServerState server, List<SimulatedTill> tills) {
        Picture picture = new Picture(at, new TreeMap<>());
        picture.add(server);
        for (int i = 0; i < tills.size(); i++) {
            if (tills.get(i).steps().isPresent()) {
                picture.add("till " + i + " ", tills.get(i));
            }
        }
        return picture;
    }

    /// Where the two differ: table, key and both values.
    public List<String> differences(Picture other) {
        List<String> differences = new ArrayList<>();
        for (String table : union(tables.keySet(), other.tables.keySet())) {
            SortedMap<String, String> here = tables.getOrDefault(table, new TreeMap<>());
            SortedMap<String, String> there = other.tables.getOrDefault(table, new TreeMap<>());
            for (String key : union(here.keySet(), there.keySet())) {
                String one = here.getOrDefault(key, ABSENT);
                String two = there.getOrDefault(key, ABSENT);
                if (!one.equals(two)) {
                    differences.add("%s, %s: %s, but %s".formatted(table, key, one, two));
                }
            }
        }
        return differences;
    }

    private static SortedSet<String> union(
            java.util.Collection<String> some, java.util.Collection<String> others) {
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private void put(String table, Object key, Object value) {
        tables.computeIfAbsent(table, _ -> new TreeMap<>())
                .put(String.valueOf(key), String.valueOf(value));
    }

    private void add(ServerState server) {
        stock(server);
        facts(server);
        server.takings.rows().forEach((day, takings) -> put("takings", day, takings));
        server.shifts.rows().forEach((id, shift) -> put("shifts and their proof", id, shift));
        server.cashMovements.rows().forEach((id, movement) -> put("cash movements", id, movement));
        server.customers.rows().forEach((id, customer) -> put("customers", id, json(customer)));
        server.ledger
                .rows()
                .forEach((account, sum) -> {
                    if (sum != 0) {
                        put("ledger", account, sum);
                    }
                });
        server.payments.rows().forEach((id, state) -> put("payments", id, state));
        server.orders.rows().forEach((id, order) -> put("orders", id, json(order)));
        server.reservations.rows().forEach((id, held) -> put("reservations", id, held));
        server.feed
                .rows()
                .forEach((key, entry) ->
                        put(
                                "feed of " + key.scope(),
                                "%06d".formatted(key.n()),
                                words(entry.policy())));
        server.feedCounters.rows().forEach((scope, n) -> put("feed counters", scope, n));
        server.purchaseOrders
                .rows()
                .forEach((id, order) -> put("purchase orders", id, json(order)));
        server.purchaseReceipts
                .rows()
                .forEach((id, came) -> put("purchase receipts", id, json(came)));
        server.costs.rows().forEach((key, cost) -> put("average costs", key, cost));
        server.priceLists.rows().forEach((id, list) -> put("price lists", id, list.publishedAt()));
        server.coupons.rows().forEach((code, uses) -> put("coupons", code, uses));
        server.promotions.rows().forEach((id, offered) -> put("promotions", id, offered));
        server.accounts.rows().forEach((key, account) -> put("accounts", key, account));
        server.held
                .rows()
                .forEach((key, held) -> {
                    if (held != 0) {
                        put("held", key, held);
                    }
                });
        server.leases.rows().forEach((id, lease) -> put("leases", id, lease));
        server.setAsides.rows().forEach((key, kept) -> put("set aside", key, kept));
        server.brands.rows().forEach((code, brand) -> put("brands", code, brand));
        server.contacts.rows().forEach((store, at) -> put("last contacts", store, at));
    }

    private void stock(ServerState server) {
        server.balances
                .rows()
                .forEach((key, balance) -> {
                    if (!balance.onHand().isZero() || !balance.reserved().isZero()) {
                        put("stock", key, balance);
                    }
                });
        server.adjusted
                .rows()
                .forEach((key, adjusted) -> {
                    if (!adjusted.isZero()) {
                        put("adjusted by counts", key, adjusted);
                    }
                });
        server.moved().stream()
                .filter(key -> !server.movements(key).items().isEmpty())
                .forEach(key -> put("movements", key, moved(server.movements(key).items())));
        server.oversells
                .rows()
                .forEach((key, cases) -> {
                    if (!cases.isEmpty()) {
                        put("oversell cases", key, cases.stream().map(Picture::told).toList());
                    }
                });
        server.requests
                .rows()
                .forEach((id, asked) ->
                        put(
                                "requests",
                                id,
                                json(asked.request()) + (asked.open() ? " open" : " done")));
        server.inTransit.rows().forEach((key, level) -> put("in transit", key, level));
        server.transfers.rows().forEach((id, transfer) -> put("transfers", id, transfer));
    }

    private static String told(ServerState.Oversell one) {
        return (one.isOpen() ? "open" : "over") + (one.isTold() ? ", told" : "");
    }

    private static String moved(List<ServerState.Moved> movements) {
        return movements.stream().map(ServerState.Moved::toString).sorted().toList().toString();
    }

    private void facts(ServerState server) {
        server.streams.rows().forEach((key, stream) -> put("journals", key, stream.position()));
        server.entries.rows().forEach((key, entry) -> put("entries of journals", key, entry));
        server.events.rows().forEach((id, stored) -> put("events", id, stored.hash()));
        server.sales
                .rows()
                .forEach((id, sale) -> put("sales", id, sale.receiptNumber() + " " + sale.total()));
        server.raised
                .values()
                .forEach(raised ->
                        put(
                                "work list",
                                raised.entry().eventId() + " " + raised.code(),
                                raised.solved() ? "solved" : "open"));
    }

    private void add(String name, SimulatedTill till) {
        TillState state = till.tables();
        state.stock
                .rows()
                .forEach((sku, level) -> {
                    if (!level.isZero()) {
                        put(name + "stock", sku, level);
                    }
                });
        state.heard().forEach((sku, change) -> put(name + "heard from neighbours", sku, change));
        state.orders.rows().forEach((id, order) -> put(name + "orders", id, json(order)));
        state.sales.rows().forEach((id, sale) -> put(name + "sales", id, sale.receiptNumber()));
        state.shifts.rows().forEach((id, shift) -> put(name + "shifts", id, shift));
        state.cashMovements
                .rows()
                .forEach((id, movement) -> put(name + "cash movements", id, movement));
        state.customers.rows().forEach((id, known) -> put(name + "customers", id, json(known)));
        state.openPayments.rows().forEach((id, open) -> put(name + "open payments", id, open));
        state.counters.rows().forEach((counter, n) -> put(name + "counters", counter, n));
        state.seen.rows().forEach((journal, mark) -> put(name + "seen", journal, mark.seq()));
        state.transfers.rows().forEach((id, transfer) -> put(name + "transfers", id, transfer));
        state.arrivals.rows().forEach((key, came) -> put(name + "arrivals", key, came));
        state.purchases
                .rows()
                .forEach((id, order) -> put(name + "purchase orders", id, json(order)));
        state.purchaseArrivals
                .rows()
                .forEach((key, came) -> put(name + "purchase arrivals", key, came));
        state.priceLists.rows().forEach((id, list) -> put(name + "price lists", id, list));
        state.coupons.rows().forEach((code, known) -> put(name + "coupons", code, known));
        state.promotions.rows().forEach((id, offered) -> put(name + "promotions", id, offered));
        state.couponUses.rows().forEach((code, uses) -> put(name + "coupon uses", code, uses));
        state.brands.rows().forEach((code, brand) -> put(name + "brands", code, brand));
        state.shortages
                .values()
                .forEach(shortage ->
                        put(
                                name + "shortages",
                                shortage.store() + " " + shortage.sku(),
                                shortage.elsewhere()));
        state.requests.rows().forEach((id, asked) -> put(name + "requests", id, json(asked)));
        state.leases.rows().forEach((id, known) -> put(name + "leases", id, known));
        state.setAsides
                .rows()
                .forEach((sku, kept) ->
                        put(
                                name + "set aside",
                                sku,
                                kept.quantity()
                                        + " until "
                                        + kept.until()
                                        + ", "
                                        + kept.setAsideId()));
        state.tills.rows().forEach((id, told) -> put(name + "tills", id, json(told)));
        state.shops.rows().forEach((store, shop) -> put(name + "names of shops", store, shop));
        Boolean _ =
                till.database()
                        .read(tables -> {
                            marks(name + "marks", tables);
                            return true;
                        });
    }

    private void marks(String table, SyncTables tables) {
        put(table, "applied", tables.applied());
        put(table, "confirmed", tables.confirmed());
        put(table, "stock holds", tables.stockHolds());
        put(table, "snapshot needed", tables.isSnapshotNeeded());
        tables.quarantined()
                .forEach(fact -> put(table, "quarantined " + fact.eventId(), fact.code()));
    }

    /// News in words: of a shortage without the id and the moments that each store makes up.
    public static String words(Policy news) {
        return news instanceof Policy.ShortageChanged(Shortage shortage)
                ? "shortage of %s %s %s, %s"
                        .formatted(
                                shortage.store(),
                                shortage.sku(),
                                shortage.elsewhere(),
                                shortage.closedAt().isPresent() ? "over" : "open")
                : json(news);
    }

    private static String json(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + value, e);
        }
    }
}
