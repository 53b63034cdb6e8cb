package kmmotos.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftTotals;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.shifts.CashPurpose;
import kmmotos.model.stores.StoreId;
import kmmotos.model.sync.Event;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.server.ServerState.ShiftProof;
import kmmotos.simulation.till.Receipts;

/// What must hold of the money in the drawers: each slip is in the books once, and the Z reports
/// with the shifts that are still open add up to the ledger.
final class CashChecks {

    /// What cash moved to or came from, beside the drawer.
    private static final String OUTSIDE = "outside";

    private static final Set<String> PURPOSES =
            Stream.of(CashPurpose.values()).map(CashPurpose::account).collect(Collectors.toSet());

    private static final Set<String> GOODS =
            Set.of(
                    "inventory",
                    "goods_received_not_invoiced",
                    "supplier_claims",
                    "waste",
                    "store_use",
                    "stock_difference");

    private final ServerState state;
    private final Facts facts;
    private final Receipts receipts;
    private final List<String> violations = new ArrayList<>();

    CashChecks(ServerState state, Facts facts, Receipts receipts) {
        this.state = state;
        this.facts = facts;
        this.receipts = receipts;
    }

    List<String> violations() {
        noSlipIsLost();
        everyMovementIsThereOnce();
        reportsAddUpToTheLedger();
        goodsAddUp();
        return violations;
    }

    private void noSlipIsLost() {
        receipts.slips()
                .forEach((id, movement) -> {
                    if (!receipts.isDestroyed(id)
                            && !new Event.CashMoved(movement).equals(facts.all().get(id))) {
                        violations.add("I1 a slip of the drawer is not on the server: " + movement);
                    }
                });
    }

    private void everyMovementIsThereOnce() {
        Map<UUID, CashMovement> told = new TreeMap<>();
        facts.applied()
                .forEach((id, event) -> {
                    if (event instanceof Event.CashMoved(CashMovement movement)) {
                        told.put(id, movement);
                    }
                });
        if (!told.equals(state.cashMovements.rows())) {
            violations.add("I2 the cash movements are not those that were told");
        }
    }

    private void reportsAddUpToTheLedger() {
        Map<String, Long> reported = new TreeMap<>();
        shifts().forEach((id, shift) -> shift.addTo(reported, report(id, shift)));
        Map<String, Long> ledger = new TreeMap<>();
        state.ledger
                .rows()
                .forEach((place, minor) -> {
                    String account = place.substring(place.indexOf(' ') + 1);
                    if (isGoods(account)) {
                        return;
                    }
                    String store = place.substring(0, place.indexOf(' ') + 1);
                    add(ledger, store + (PURPOSES.contains(account) ? OUTSIDE : account), minor);
                });
        if (!reported.equals(ledger)) {
            violations.add(
                    "I3 the Z reports and open shifts add up to %s, the ledger says %s"
                            .formatted(reported, ledger));
        }
    }

    /// What goods are worth is in no Z report; whatever moves the inventory is posted to its other
    /// account at once.
    private void goodsAddUp() {
        Map<String, Long> sums = new TreeMap<>();
        state.ledger
                .rows()
                .forEach((place, minor) -> {
                    if (isGoods(place.substring(place.indexOf(' ') + 1))) {
                        add(sums, place.substring(0, place.indexOf(' ')), minor);
                    }
                });
        if (!sums.isEmpty()) {
            violations.add("I3 what goods are worth does not add up: " + sums);
        }
    }

    private static boolean isGoods(String account) {
        return GOODS.contains(account);
    }

    /// A shift as the server heard of it.
    private static final class HeardShift {
        private final String store;
        private ShiftTotals totals = ShiftTotals.none(Goods.CURRENCY);
        private final List<ShiftClosing> closings = new ArrayList<>();

        HeardShift(String store) {
            this.store = store;
        }

        void addTo(Map<String, Long> books, ShiftTotals sealed) {
            sealed.byTender().forEach((kind, amount) -> add(books, store + kind, amount.minor()));
            long taken = sealed.takings().minor();
            add(books, store + "sales", sealed.tax().minor() - taken);
            add(books, store + "tax", -sealed.tax().minor());
            long moved = sealed.cashMoved().net().minor();
            add(books, store + OUTSIDE, -moved);
            long difference =
                    closings.stream().mapToLong(one -> one.report().difference().minor()).sum();
            add(books, store + "cash", moved + difference);
            add(books, store + "cash_difference", -difference);
        }
    }

    private static void add(Map<String, Long> books, String account, long minor) {
        books.merge(account, minor, (a, b) -> a + b == 0 ? null : a + b);
        books.remove(account, 0L);
    }

    /// What its Z report says. Not of a till that was cloned or set back, which may seal what
    /// another journal of it holds too; and not of one whose disk was destroyed, which may have
    /// sealed what is nowhere any more.
    private ShiftTotals report(UUID id, HeardShift shift) {
        Optional<ShiftClosing> only =
                shift.closings.size() == 1
                        ? Optional.of(shift.closings.getFirst())
                        : Optional.empty();
        return only.filter(closing -> !receipts.forgetful().contains(closing.device()))
                .filter(closing ->
                        state.shifts
                                .get(id)
                                .equals(
                                        Optional.of(
                                                new ShiftProof(
                                                        closing.device(), Optional.of(true)))))
                .map(closing -> closing.report().totals())
                .orElse(shift.totals);
    }

    private Map<UUID, HeardShift> shifts() {
        Map<UUID, HeardShift> shifts = new TreeMap<>();
        for (Event event : facts.applied().values()) {
            switch (event) {
                case Event.SaleCompleted(Sale sale) -> {
                    HeardShift shift = shift(shifts, sale.shiftId(), sale.store());
                    shift.totals = shift.totals.plus(sale);
                }
                case Event.CashMoved(CashMovement movement) -> {
                    HeardShift shift = shift(shifts, movement.shiftId(), movement.store());
                    shift.totals = shift.totals.plus(movement);
                }
                case Event.ShiftClosed(ShiftClosing closing) ->
                        shift(shifts, closing.shiftId(), closing.store()).closings.add(closing);
                default -> {}
            }
        }
        return shifts;
    }

    private static HeardShift shift(Map<UUID, HeardShift> shifts, UUID id, StoreId store) {
        return shifts.computeIfAbsent(id, _ -> new HeardShift(store + " "));
    }
}
