package kmmotos.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.leases.Lease;
import kmmotos.model.leases.LeaseKind;
import kmmotos.model.leases.LeaseSubject;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.EventType;
import kmmotos.simulation.chain.Goods;
import kmmotos.simulation.faults.Coverage;
import kmmotos.simulation.faults.Coverage.Cell;
import kmmotos.simulation.faults.Coverage.State;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.network.FaultyLine.Weather;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.till.Work;

/// A short day that leads a till into one state of the protocol, with one kind of fact as its
/// newest, and then lets one fault happen: a cell of [Coverage], filled on purpose.
final class Encounter {

    /// @param violations empty if everything held, and the fault met what it was to meet
    record Result(List<String> violations, Coverage coverage) {

        Result {
            violations = List.copyOf(violations);
        }
    }

    private enum Held {
        NOTHING,
        UPLOADS,
        EVERYTHING
    }

    private static final Duration UNTIL_ANSWERED = Duration.ofHours(6);
    private static final int MAX_TRIES = 5;
    private static final UUID LEASE = new UUID(0, 4);

    private final long seed;
    private final Fault fault;
    private final Cell cell;
    private final SmallChain chain;
    private final Troubles troubles;
    private final SimulatedTill first;
    private final SimulatedTill second;
    private Held held = Held.NOTHING;

    private Encounter(long seed, Fault fault, Cell cell) {
        this.seed = seed;
        this.fault = fault;
        this.cell = cell;
        this.chain = new SmallChain(seed, 2, Variant.REAL, this::weather, this::shopWeather);
        this.troubles = new Troubles(seed, chain.agenda(), chain.server(), new Trace(_ -> {}));
        this.first = chain.tills().getFirst();
        this.second = chain.tills().getLast();
    }

    private Weather weather(SimulatedTill till) {
        return message ->
                till == first && isHeld(message)
                        ? Optional.of(Fault.CUT)
                        : troubles.weather(till).next(message);
    }

    private Weather shopWeather(SimulatedTill till) {
        return message ->
                till == first && held != Held.NOTHING
                        ? Optional.of(Fault.SHOP_CUT)
                        : troubles.shopWeather(till).next(message);
    }

    private boolean isHeld(String message) {
        return held == Held.EVERYTHING || (held == Held.UPLOADS && message.equals("upload"));
    }

    static Result run(long seed, Fault fault, Cell cell) {
        Encounter encounter = new Encounter(seed, fault, cell);
        List<String> violations = encounter.violations();
        return new Result(
                violations.stream()
                        .map(violation ->
                                "%s meets %s with %s newest (%d): %s"
                                        .formatted(
                                                fault,
                                                cell.state(),
                                                cell.newest(),
                                                seed,
                                                violation))
                        .toList(),
                encounter.troubles.coverage());
    }

    private List<String> violations() {
        try {
            leadIn();
            reach(cell.state());
            if (first.state() != cell.state()
                    || !first.newest().equals(Optional.of(cell.newest()))) {
                return List.of("it came to " + first.state() + " with " + first.newest());
            }
            befall();
            goOn();
            troubles.heal();
            return chain.heal(troubles.clones());
        } catch (RuntimeException failure) {
            return List.of("I5 a program failed: " + failure);
        }
    }

    private void leadIn() {
        chain.tills().forEach(SimulatedTill::start);
        chain.step(chain::decide);
        // Never with a lease: giving that back would be newest at some later moment.
        chain.work(first, Work.OPEN_SHIFT, Work.RECEIVE, Work.SELL_FOR_BIKE);
        chain.work(second, Work.OPEN_SHIFT, Work.RECEIVE);
        chain.step(() -> troubles.copyDisk(first));
        orderUntilTold();
        chain.work(first, Work.VOID_LINE);
        if (cell.newest() == EventType.ORDER_READY) {
            chain.work(first, Work.PICK_ORDER);
        }
        if (cell.newest() == EventType.SHIFT_OPENED) {
            chain.work(first, Work.CLOSE_SHIFT);
        }
        if (cell.newest() == EventType.SHIFT_CLOSED_3) {
            chain.work(first, Work.SELL_FOR_FOREIGN_CASH);
        }
        if (cell.newest() == EventType.SHIFT_CLOSED_2) {
            chain.work(first, Work.MOVE_CASH);
        }
    }

    private void orderUntilTold() {
        for (int i = 0; i < MAX_TRIES && first.tables().orders.size() == 0; i++) {
            chain.work(first, Work.RECEIVE);
            chain.step(chain::order);
        }
    }

    private void reach(State state) {
        switch (state) {
            case CONFIRMED -> {
                chain.step(this::writeNewest);
                for (int i = 0; i < MAX_TRIES && first.state() != State.CONFIRMED; i++) {
                    chain.step(() -> {});
                }
            }
            case BACKLOG -> {
                held = Held.UPLOADS;
                writeNewest();
            }
            case WITHOUT_SNAPSHOT -> {
                held = Held.EVERYTHING;
                first.needSnapshot();
                writeNewest();
            }
            case NEW_JOURNAL -> {
                SimulatedTill.Image image = first.image();
                chain.work(first, Work.ADJUST);
                held = Held.UPLOADS;
                chain.step(() -> first.setBack(image, false));
                writeNewest();
            }
        }
    }

    private void writeNewest() {
        switch (cell.newest()) {
            case SALE_COMPLETED -> work(Work.SELL, EventType.SALE_COMPLETED_2);
            case SALE_COMPLETED_2 -> first.work(Work.SELL_GIFT_CARD);
            case SALE_COMPLETED_3 -> first.work(Work.TAKE_BACK);
            case SALE_COMPLETED_4 -> first.work(Work.SELL_FOR_BIKE);
            case SALE_COMPLETED_5 -> first.work(Work.TAKE_DEPOSIT);
            case SALE_COMPLETED_7 -> first.work(Work.SELL_KIT);
            case SALE_COMPLETED_8 -> first.work(Work.SELL_FOR_FOREIGN_CASH);
            case PAYMENT_INTENDED -> first.work(Work.BEGIN_CARD);
            case PAYMENT_ABANDONED -> first.work(Work.GIVE_UP_CARD);
            case SHIFT_OPENED -> first.work(Work.OPEN_SHIFT);
            case SHIFT_OPENED_2 -> first.work(Work.OPEN_OWN_SHIFT);
            case SHIFT_CLOSED, SHIFT_CLOSED_2, SHIFT_CLOSED_3 -> first.work(Work.CLOSE_SHIFT);
            case CASH_MOVED -> first.work(Work.MOVE_CASH);
            case CUSTOMER_CHANGED -> first.work(Work.WRITE_DOWN_CUSTOMER);
            case STOCK_RECEIVED -> work(Work.RECEIVE, EventType.PURCHASE_RECEIVED);
            case STOCK_RECEIVED_2 -> first.work(Work.RECEIVE_NUMBERED);
            case PURCHASE_RECEIVED -> first.work(Work.RECEIVE_ORDER);
            case REORDER_PROPOSED -> first.work(Work.PROPOSE);
            case BINS_CHOSEN -> first.work(Work.PUT_AWAY);
            case SUPPLIER_RETURNED -> first.work(Work.GIVE_BACK_TO_SUPPLIER);
            case STOCK_ADJUSTED -> first.work(Work.ADJUST);
            case STOCK_COUNTED -> first.work(Work.COUNT);
            case TRANSFER_SENT -> first.work(Work.SEND);
            case TRANSFER_RECEIVED -> first.work(Work.TAKE_IN);
            case TRANSFER_REQUESTED -> first.work(Work.ASK_FOR_GOODS);
            case DESK_NOTED -> first.work(Work.SIGN_IN);
            case SALE_LOST -> first.work(Work.LOSE_SALE);
            case QUOTE_MADE -> first.work(Work.QUOTE);
            case MAIL_ASKED -> first.work(Work.ASK_FOR_MAIL);
            case COUNTER_ORDER_PLACED -> first.work(Work.ORDER_AT_COUNTER);
            case COUNTER_ORDER_MOVED -> first.work(Work.MOVE_COUNTER_ORDER);
            case LINE_VOIDED -> first.work(Work.VOID_LINE);
            case ORDER_PICKED -> first.work(Work.PICK_ORDER);
            case ORDER_READY -> first.work(Work.SHELVE_ORDER);
            case ORDER_REFUSED -> first.work(Work.REFUSE_ORDER);
            case FACTS_MISSING ->
                    first.tell(journal -> new Event.FactsMissing(journal.incarnation(), 1, 1));
            case STOCK_SET_ASIDE -> first.work(Work.SET_ASIDE);
            case LEASES_TAKEN -> first.tell(_ -> new Event.LeasesTaken(List.of(lease())));
            case LEASE_RELEASED -> first.tell(_ -> new Event.LeaseReleased(lease().leaseId()));
            case STATE_DIFFERED -> {
                first.mayDiffer();
                first.tell(_ -> new Event.StateDiffered(List.of("stock_level")));
            }
        }
    }

    /// Until it is not the other kind of fact that it now and then is: a sale with a leased coupon,
    /// goods of an order.
    private void work(Work what, EventType other) {
        first.work(what);
        for (int i = 0; i < MAX_TRIES && isNewest(other); i++) {
            first.work(what);
        }
    }

    private boolean isNewest(EventType type) {
        return first.newest().equals(Optional.of(type));
    }

    private Lease lease() {
        LeaseSubject card =
                new LeaseSubject(
                        LeaseKind.GIFT_CARD, LEASE.toString(), Optional.of(Goods.CURRENCY));
        Instant now = chain.agenda().now();
        return new Lease(LEASE, card, 1_000, 0, now, now.plus(Duration.ofDays(1)));
    }

    private void befall() {
        held = Held.NOTHING;
        troubles.happen(new Trouble((int) (seed % 1_000), chain.agenda().now(), fault, 0), all());
        chain.step(() -> {});
    }

    private List<SimulatedTill> all() {
        return Stream.concat(chain.tills().stream(), troubles.clones().stream()).toList();
    }

    private void goOn() {
        chain.work(second, Work.SELL, Work.COUNT, Work.SELL_GIFT_CARD);
        chain.work(first, Work.SELL, Work.RECEIVE, Work.PAY_BY_GIFT_CARD);
        troubles.clones().forEach(clone -> chain.work(clone, Work.SELL));
        chain.agenda().runUntil(chain.agenda().now().plus(UNTIL_ANSWERED));
        chain.work(first, Work.SELL_BY_CARD, Work.CLOSE_SHIFT, Work.SELL);
    }
}
