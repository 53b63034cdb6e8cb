package kmmotos.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.DayKey;
import kmmotos.simulation.server.ServerState.EntryKey;
import kmmotos.simulation.server.ServerState.StockKey;
import kmmotos.simulation.server.ServerState.Takings;
import kmmotos.simulation.server.SimulatedServer;
import kmmotos.simulation.till.Receipts;
import kmmotos.simulation.till.SimulatedTill;

/// The invariants, after everything healed. What the server shows is compared with a fold of the
/// facts themselves, made here by other code.
final class Checks {

    private static final int SHOWN = 3;

    private final SimulatedServer server;
    private final ServerState state;
    private final Facts facts;
    private final List<SimulatedTill> tills;
    private final Receipts receipts;
    private final boolean areClonesAbout;
    private final List<String> violations = new ArrayList<>();

    Checks(
            SimulatedServer server,
            Facts facts,
            List<SimulatedTill> tills,
            Receipts receipts,
            boolean areClonesAbout) {
        this.server = server;
        this.state = server.state();
        this.facts = facts;
        this.tills = tills;
        this.receipts = receipts;
        this.areClonesAbout = areClonesAbout;
    }

    List<String> violations() {
        everyTillIsInStep();
        noSaleIsLost();
        poisonIsOnTheWorkList();
        everyEffectIsThereOnce();
        sumsAgree();
        numbersRunOn();
        nothingElseHadToBeHealed();
        violations.addAll(server.shop().violations());
        return violations;
    }

    /// Every till was told everything, once and in order: only one whose database was damaged may
    /// ever differ from the server.
    private void nothingElseHadToBeHealed() {
        report(
                "I6 a till had to be healed",
                state.raised.values().stream()
                        .filter(raised -> raised.code().equals("state_differed"))
                        .filter(raised -> !receipts.damaged().contains(raised.till().deviceId()))
                        .map(raised -> raised.till() + " at " + raised.at() + ": " + raised.cause())
                        .toList());
    }

    private void report(String rule, List<String> places) {
        if (!places.isEmpty()) {
            violations.add(
                    "%s: %d, such as %s"
                            .formatted(rule, places.size(), places.stream().limit(SHOWN).toList()));
        }
    }

    private void everyTillIsInStep() {
        report(
                "I6 a till is not in step after the healing",
                tills.stream()
                        .filter(till ->
                                till.steps()
                                        .filter(steps -> steps.status().backlog() == 0)
                                        .isEmpty())
                        .map(till ->
                                name(till)
                                        + till.steps()
                                                .map(steps -> " " + steps.status())
                                                .orElse(" does not run"))
                        .toList());
    }

    static String name(SimulatedTill till) {
        return till.till().storeId() + "-" + till.till().number();
    }

    private void noSaleIsLost() {
        report(
                "I1 a printed receipt is not on the server",
                receipts.all().stream()
                        .filter(receipt -> !receipts.isDestroyed(receipt.eventId()))
                        .filter(receipt -> !isStoredAsPrinted(receipt))
                        .map(receipt -> receipt.sale().receiptNumber() + " " + receipt.eventId())
                        .toList());
    }

    /// What the server could not take in is stored, and people were told.
    private void poisonIsOnTheWorkList() {
        report(
                "I1 a fact that can't be taken in was not set aside",
                receipts.poisons().stream()
                        .filter(poison -> !receipts.isDestroyed(poison.eventId()))
                        .filter(poison ->
                                !state.events.has(poison.eventId())
                                        || state.raised.values().stream()
                                                .noneMatch(raised ->
                                                        raised.entry()
                                                                        .eventId()
                                                                        .equals(poison.eventId())
                                                                && raised.code()
                                                                        .equals(poison.code())))
                        .map(Object::toString)
                        .toList());
    }

    private boolean isStoredAsPrinted(Receipts.Printed receipt) {
        return new Event.SaleCompleted(receipt.sale()).equals(facts.all().get(receipt.eventId()));
    }

    private void everyEffectIsThereOnce() {
        Set<UUID> told = new TreeSet<>();
        facts.applied()
                .forEach((id, event) -> {
                    if (event instanceof Event.SaleCompleted) {
                        told.add(id);
                    }
                });
        report(
                "I2 a sale was told twice",
                state.sales.values().stream()
                        .collect(Collectors.groupingBy(Sale::saleId, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(sale -> sale.getValue() > 1)
                        .map(sale -> sale.getKey().toString())
                        .sorted()
                        .toList());
        report("I2 sales differ from their events", difference(told, state.sales.rows().keySet()));
    }

    private static List<String> difference(Set<UUID> expected, Set<UUID> found) {
        Set<UUID> all = new TreeSet<>(expected);
        all.addAll(found);
        return all.stream()
                .filter(id -> !expected.contains(id) || !found.contains(id))
                .map(UUID::toString)
                .toList();
    }

    private void sumsAgree() {
        Map<DayKey, Takings> folded = new TreeMap<>();
        state.sales
                .values()
                .forEach(sale ->
                        folded.merge(
                                new DayKey(sale.store(), sale.businessDay()),
                                new Takings(1, sale.total().minor(), sale.tax().minor()),
                                (a, b) ->
                                        new Takings(
                                                a.sales() + b.sales(),
                                                a.totalMinor() + b.totalMinor(),
                                                a.taxMinor() + b.taxMinor())));
        if (!folded.equals(state.takings.rows())) {
            violations.add("I3 the takings are not the sums of the sales");
        }
        Map<StockKey, Quantity> reserved = new TreeMap<>();
        state.reservations.values().stream()
                .flatMap(List::stream)
                .forEach(held ->
                        reserved.merge(
                                new StockKey(held.store(), held.sku()),
                                held.quantity(),
                                Quantity::plus));
        report(
                "I8 what is reserved is not the sum of the reservations",
                state.balances.rows().entrySet().stream()
                        .filter(row ->
                                !row.getValue()
                                        .reserved()
                                        .equals(reserved.getOrDefault(row.getKey(), Quantity.ZERO)))
                        .map(Object::toString)
                        .toList());
        reportsAreProved();
    }

    /// A till whose disk was destroyed may have sealed a sale that is nowhere any more.
    private void reportsAreProved() {
        Set<UUID> excused = receipts.shiftsOfDestroyed();
        report(
                "I3 a Z report is not the sum of its sales",
                state.raised.values().stream()
                        .filter(raised -> raised.code().equals("z_report_differs"))
                        .filter(raised -> !isOfAShift(raised, excused))
                        .map(raised -> raised.till() + " " + raised.entry().eventId())
                        .toList());
    }

    private static boolean isOfAShift(ServerState.Raised raised, Set<UUID> shifts) {
        return raised.entry().read()
                        instanceof JournalEntry.Reading.Known(Event.ShiftClosed(var closing))
                && shifts.contains(closing.shiftId());
    }

    private void numbersRunOn() {
        state.streams
                .rows()
                .forEach((key, stream) -> {
                    long have = stream.position().haveSeq();
                    for (long seq = 1; seq <= have; seq++) {
                        if (!state.entries.has(new EntryKey(key, seq))) {
                            violations.add(
                                    "I4 entry " + seq + " of journal " + key + " is missing");
                        }
                    }
                });
        if (!areClonesAbout && receipts.destroyed() == 0) {
            receiptsRunOn();
        }
    }

    private void receiptsRunOn() {
        Map<String, Set<Long>> bySeries = new HashMap<>();
        Set<ReceiptNumber> seen = new HashSet<>();
        for (Receipts.Printed receipt : receipts.all()) {
            ReceiptNumber number = receipt.sale().receiptNumber();
            if (!seen.add(number)) {
                violations.add("I4 receipt " + number + " was printed twice");
            }
        }
        state.sales
                .values()
                .forEach(sale -> {
                    ReceiptNumber number = sale.receiptNumber();
                    bySeries.computeIfAbsent(
                                    "%s-%d-%d"
                                            .formatted(
                                                    number.store(), number.till(), number.series()),
                                    _ -> new TreeSet<>())
                            .add(number.number());
                });
        report(
                "I4 a series of receipts has gaps",
                bySeries.entrySet().stream()
                        .filter(series ->
                                series.getValue().stream()
                                                .mapToLong(Long::longValue)
                                                .max()
                                                .orElse(0)
                                        != series.getValue().size())
                        .map(Object::toString)
                        .toList());
    }
}
