package kmmotos.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.purchasing.PurchaseProgress;
import kmmotos.model.purchasing.PurchaseReceipt;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockCount;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stock.Transfer;
import kmmotos.model.stock.TransferProgress;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.simulation.server.Purchases;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.Balance;
import kmmotos.simulation.server.ServerState.EntryKey;
import kmmotos.simulation.server.ServerState.StockKey;
import kmmotos.simulation.till.SimulatedTill;

/// What must hold of goods: on hand is what was last counted plus what is not in that count's cut;
/// what is in transit was sent and has not come; every till shows the same.
final class StockChecks {

    private record Counted(UUID eventId, StockCount count) {}

    /// In the order of what their tills had seen.
    private static final Comparator<Counted> IN_ORDER =
            Comparator.<Counted>comparingLong(counted -> counted.count().weight())
                    .thenComparing(counted -> counted.eventId().toString());

    private final ServerState state;
    private final List<SimulatedTill> tills;
    private final Map<UUID, Event> facts;
    private final List<String> violations = new ArrayList<>();

    StockChecks(ServerState state, Facts facts, List<SimulatedTill> tills) {
        this.state = state;
        this.tills = tills;
        this.facts = facts.applied();
    }

    List<String> violations() {
        onHandIsTheFoldOfTheFacts();
        transfersAreTheSumsOfTheirFacts();
        tillsShowTheSameStock();
        tillsShowTheSameTransfers();
        receiptsOfOrdersAreBookedOnce();
        tillsAwaitTheSame();
        return violations;
    }

    private void onHandIsTheFoldOfTheFacts() {
        Map<StockKey, Map<UUID, Quantity>> moved = new TreeMap<>();
        Map<StockKey, Counted> last = new TreeMap<>();
        facts.forEach((id, event) -> {
            if (event instanceof Event.StockCounted(StockCount count)) {
                count.lines()
                        .forEach(line ->
                                last.merge(
                                        new StockKey(count.store(), line.sku()),
                                        new Counted(id, count),
                                        (a, b) -> IN_ORDER.compare(a, b) > 0 ? a : b));
            } else {
                event.movements().forEach(movement -> note(moved, id, movement));
            }
        });
        Set<StockKey> keys = new TreeSet<>(moved.keySet());
        keys.addAll(last.keySet());
        keys.addAll(state.balances.rows().keySet());
        for (StockKey key : keys) {
            Quantity expected =
                    expected(
                            key.sku(),
                            moved.getOrDefault(key, Map.of()),
                            Optional.ofNullable(last.get(key)));
            Balance is = state.balances.get(key, Balance.NONE);
            if (!is.onHand().equals(expected)) {
                violations.add(
                        "I3 the stock of %s is %s, facts say %s".formatted(key, is, expected));
            }
        }
    }

    private static void note(
            Map<StockKey, Map<UUID, Quantity>> moved, UUID id, StockMovement movement) {
        moved.computeIfAbsent(new StockKey(movement.store(), movement.sku()), _ -> new TreeMap<>())
                .merge(id, movement.changeAt(Location.STORE), Quantity::plus);
    }

    private Quantity expected(Sku sku, Map<UUID, Quantity> moved, Optional<Counted> last) {
        Quantity expected =
                last.map(counted ->
                                counted.count().lines().stream()
                                        .filter(line -> line.sku().equals(sku))
                                        .findFirst()
                                        .orElseThrow()
                                        .counted())
                        .orElse(Quantity.ZERO);
        for (Map.Entry<UUID, Quantity> change : moved.entrySet()) {
            if (last.filter(counted -> hadSeen(counted, change.getKey())).isEmpty()) {
                expected = expected.plus(change.getValue());
            }
        }
        return expected;
    }

    /// Whether a count's till had seen a fact: by a mark, or in its own journal.
    private boolean hadSeen(Counted counted, UUID fact) {
        return state.placesOf(fact).stream()
                .anyMatch(place ->
                        isMarked(counted.count(), place) || isBefore(place, counted.eventId()));
    }

    private static boolean isMarked(StockCount count, EntryKey place) {
        return count.cut().stream()
                .anyMatch(mark ->
                        mark.device().equals(place.stream().device())
                                && mark.incarnation().equals(place.stream().incarnation())
                                && mark.seq() >= place.seq());
    }

    private boolean isBefore(EntryKey place, UUID count) {
        return state.placesOf(count).stream()
                .anyMatch(own -> own.stream().equals(place.stream()) && place.seq() < own.seq());
    }

    private void receiptsOfOrdersAreBookedOnce() {
        Map<UUID, PurchaseReceipt> told = new TreeMap<>();
        facts.forEach((id, event) -> {
            if (event instanceof Event.PurchaseReceived(PurchaseReceipt receipt)) {
                told.put(id, receipt);
            }
        });
        if (!told.equals(state.purchaseReceipts.rows())) {
            violations.add("I3 what came of purchase orders is not what the tills told");
        }
    }

    private void tillsAwaitTheSame() {
        for (SimulatedTill till : tills) {
            StoreId store = till.till().storeId();
            Set<PurchaseProgress> here = Set.copyOf(till.tables().purchases.values());
            Set<PurchaseProgress> there = Set.copyOf(new Purchases(state).awaited(store));
            if (!here.equals(there)) {
                violations.add(
                        "I6 till %s awaits %s, the server tells %s"
                                .formatted(Checks.name(till), here, there));
            }
        }
    }

    private void transfersAreTheSumsOfTheirFacts() {
        Map<StockKey, Quantity> onTheirWay = new TreeMap<>();
        Map<String, Quantity> sent = new TreeMap<>();
        Map<String, Quantity> came = new TreeMap<>();
        for (Event event : facts.values()) {
            switch (event) {
                case Event.TransferSent(Transfer transfer) ->
                        transfer.lines()
                                .forEach(line -> {
                                    add(sent, transfer.transferId(), line);
                                    onTheirWay.merge(
                                            new StockKey(transfer.to(), line.sku()),
                                            line.quantity(),
                                            Quantity::plus);
                                });
                case Event.TransferReceived(var receipt) ->
                        receipt.lines()
                                .forEach(line -> {
                                    add(came, receipt.transferId(), line);
                                    onTheirWay.merge(
                                            new StockKey(receipt.to(), line.sku()),
                                            line.quantity().negated(),
                                            Quantity::plus);
                                });
                default -> {}
            }
        }
        if (!onTheirWay.equals(state.inTransit.rows())) {
            violations.add(
                    "I3 in transit are %s, facts say %s"
                            .formatted(state.inTransit.rows(), onTheirWay));
        }
        state.transfers
                .values()
                .forEach(transfer ->
                        transfer.lines().forEach(line -> check(transfer, line, sent, came)));
    }

    private static void add(Map<String, Quantity> sums, UUID transfer, Transfer.Line line) {
        sums.merge(transfer + " " + line.sku(), line.quantity(), Quantity::plus);
    }

    private void check(
            TransferProgress transfer,
            TransferProgress.Line line,
            Map<String, Quantity> sent,
            Map<String, Quantity> came) {
        String key = transfer.transferId() + " " + line.sku();
        if (!line.sent().equals(sent.getOrDefault(key, Quantity.ZERO))
                || !line.received().equals(came.getOrDefault(key, Quantity.ZERO))) {
            violations.add("I3 a transfer is not the sum of its facts: " + transfer);
        }
    }

    private void tillsShowTheSameStock() {
        for (SimulatedTill till : tills) {
            Map<Sku, Quantity> here = new TreeMap<>(till.tables().stock.rows());
            here.values().removeIf(Quantity::isZero);
            Map<Sku, Quantity> there = new TreeMap<>();
            state.balances
                    .rows()
                    .forEach((key, balance) -> {
                        if (key.store().equals(till.till().storeId())) {
                            there.put(key.sku(), balance.onHand());
                        }
                    });
            there.values().removeIf(Quantity::isZero);
            if (!here.equals(there)) {
                violations.add(
                        "I6 till %s shows %s, the server %s"
                                .formatted(Checks.name(till), here, there));
            }
            if (!till.tables().heard().isEmpty()) {
                violations.add(
                        "I6 till %s still adds what it heard from its neighbours: %s"
                                .formatted(Checks.name(till), till.tables().heard()));
            }
        }
    }

    private void tillsShowTheSameTransfers() {
        for (SimulatedTill till : tills) {
            StoreId store = till.till().storeId();
            Set<TransferProgress> here = open(till.tables().transfers.values(), store);
            Set<TransferProgress> there = open(state.transfers.values(), store);
            if (!here.equals(there)) {
                violations.add(
                        "I6 till %s knows of the transfers %s, the server of %s"
                                .formatted(Checks.name(till), here, there));
            }
        }
    }

    private static Set<TransferProgress> open(
            java.util.Collection<TransferProgress> all, StoreId store) {
        return all.stream()
                .filter(transfer -> transfer.state() != TransferProgress.State.RECEIVED)
                .filter(transfer -> transfer.from().equals(store) || transfer.to().equals(store))
                .collect(Collectors.toSet());
    }
}
