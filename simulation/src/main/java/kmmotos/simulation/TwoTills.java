package kmmotos.simulation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.sync.EventType;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.till.Work;

/// A short day of one shop with two tills, always the same, in which every kind of fact and every
/// message occurs. So each point at which a machine can stop can be tried, one by one.
public final class TwoTills {

    /// What can stop.
    public enum Machine {
        FIRST_TILL,
        SECOND_TILL,
        SERVER
    }

    /// @param losesPower whether what was not forced to a till's disk is gone
    /// @param at the points at which it stops, counted from the first one it ever reaches
    public record Stop(Machine machine, boolean losesPower, List<Long> at) {

        public Stop {
            at = List.copyOf(at);
        }
    }

    /// @param points how many each machine reached
    /// @param places what these points are, such as `disk force`
    /// @param facts the kinds that reached the server
    public record Result(
            List<String> violations,
            Map<Machine, Long> points,
            Set<String> places,
            Set<EventType> facts) {}

    private static final long SEED = 20;

    private final SmallChain chain =
            new SmallChain(
                    SEED, 2, Variant.REAL, _ -> _ -> Optional.empty(), _ -> _ -> Optional.empty());

    public static Result run(Optional<Stop> stop) {
        TwoTills day = new TwoTills();
        stop.ifPresent(day::plan);
        try {
            day.live();
            return day.result(day.chain.heal(List.of()));
        } catch (RuntimeException failure) {
            return day.result(List.of("I5 a program failed: " + failure));
        }
    }

    private void plan(Stop stop) {
        points(stop.machine()).crashAt(stop.at());
        if (stop.losesPower()) {
            till(stop.machine()).alwaysLosePower();
        }
    }

    private SimulatedTill till(Machine machine) {
        return machine == Machine.FIRST_TILL ? chain.tills().getFirst() : chain.tills().getLast();
    }

    private CrashPoints points(Machine machine) {
        return machine == Machine.SERVER ? chain.server().points() : till(machine).points();
    }

    private Result result(List<String> violations) {
        Map<Machine, Long> reached = new EnumMap<>(Machine.class);
        Set<String> places = new TreeSet<>();
        for (Machine machine : Machine.values()) {
            reached.put(machine, points(machine).count());
            places.addAll(points(machine).byPoint().keySet());
        }
        Set<String> types =
                chain.server().state().events.values().stream()
                        .map(stored -> stored.entry().type())
                        .collect(Collectors.toSet());
        Set<EventType> facts =
                Stream.of(EventType.values())
                        .filter(type -> types.contains(type.wireName()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
        return new Result(violations, reached, places, facts);
    }

    private void live() {
        SimulatedTill first = chain.tills().getFirst();
        SimulatedTill second = chain.tills().getLast();
        chain.tills().forEach(SimulatedTill::start);
        chain.step(chain::decide);
        chain.work(
                first, Work.OPEN_SHIFT, Work.RECEIVE, Work.SELL, Work.SELL_BY_CARD, Work.MOVE_CASH);
        chain.work(first, Work.WRITE_DOWN_CUSTOMER, Work.SELL_FOR_BIKE);
        chain.work(second, Work.WRITE_DOWN_CUSTOMER, Work.SIGN_IN, Work.LOSE_SALE, Work.QUOTE);
        chain.work(first, Work.ORDER_AT_COUNTER, Work.MOVE_COUNTER_ORDER, Work.TAKE_DEPOSIT);
        chain.work(first, Work.ASK_FOR_MAIL);
        chain.work(second, Work.OPEN_SHIFT, Work.TAKE_BACK, Work.COUNT, Work.OPEN_OWN_SHIFT);
        chain.step(chain::order);
        chain.step(chain::changePrices);
        chain.work(first, Work.SELL_GIFT_CARD, Work.SET_ASIDE);
        chain.work(second, Work.PAY_BY_GIFT_CARD, Work.SELL_ON_ACCOUNT);
        chain.work(first, Work.PICK_ORDER, Work.SHELVE_ORDER, Work.HAND_OVER_ORDER, Work.SEND);
        SimulatedTill.Image image = second.image();
        chain.work(second, Work.GIVE_UP_CARD, Work.VOID_LINE, Work.ADJUST);
        chain.step(() -> second.setBack(image, false));
        chain.step(chain::order);
        chain.work(second, Work.REFUSE_ORDER, Work.TAKE_IN, Work.ASK_FOR_GOODS);
        chain.step(() -> chain.server().loseTail(3));
        chain.work(
                first,
                Work.RECEIVE_ORDER,
                Work.PROPOSE,
                Work.PUT_AWAY,
                Work.GIVE_BACK_TO_SUPPLIER,
                Work.GIVE_BACK,
                Work.COUNT,
                Work.CLOSE_SHIFT);
    }
}
