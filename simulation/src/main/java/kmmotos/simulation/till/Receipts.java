package kmmotos.simulation.till;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.payments.GiftCardNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.shifts.CashMovement;
import kmmotos.model.stores.DeviceId;

/// What the customers of the chain have in their hands: every receipt that was printed, and every
/// gift card; and the slips of the drawers.
public final class Receipts {

    /// @param incarnation the journal it was written to
    public record Printed(UUID eventId, DeviceId device, UUID incarnation, long seq, Sale sale) {}

    /// A fact that the server can't take in as it is.
    ///
    /// @param code what the server's work list says of it
    public record Poison(UUID eventId, DeviceId device, String code) {}

    private static final int CARDS_IN_USE = 4;

    private final Map<UUID, Printed> printed = new LinkedHashMap<>();
    private final Map<UUID, CashMovement> slips = new LinkedHashMap<>();
    private final Map<UUID, Poison> poisons = new LinkedHashMap<>();
    private final Set<UUID> destroyed = new HashSet<>();
    private final Set<DeviceId> damaged = new HashSet<>();
    private final Set<DeviceId> forgetful = new HashSet<>();
    private final List<GiftCardNumber> cards = new ArrayList<>();
    private long facts;

    void print(Printed receipt) {
        printed.put(receipt.eventId(), receipt);
    }

    /// A slip of the drawer, for the fact that it tells of.
    void print(UUID eventId, CashMovement movement) {
        slips.put(eventId, movement);
    }

    public Map<UUID, CashMovement> slips() {
        return Map.copyOf(slips);
    }

    /// A customer got a gift card.
    void handOut(GiftCardNumber card) {
        cards.add(card);
    }

    /// One of the newest: few, so that tills meet over them.
    Optional<GiftCardNumber> anyCard(RandomGenerator random) {
        int newest = Math.min(CARDS_IN_USE, cards.size());
        return newest == 0
                ? Optional.empty()
                : Optional.of(cards.get(cards.size() - 1 - random.nextInt(newest)));
    }

    /// A till that was cloned or set back may use what it has used before.
    void mayForget(DeviceId device) {
        forgetful.add(device);
    }

    public Set<DeviceId> forgetful() {
        return Set.copyOf(forgetful);
    }

    void poisoned(Poison poison) {
        poisons.put(poison.eventId(), poison);
    }

    public List<Poison> poisons() {
        return List.copyOf(poisons.values());
    }

    void databaseWasDamaged(DeviceId device) {
        damaged.add(device);
    }

    /// The tills in whose databases a figure was altered.
    public Set<DeviceId> damaged() {
        return Set.copyOf(damaged);
    }

    /// A fact that was written down, receipt or not.
    void written() {
        facts++;
    }

    /// Those of this till that its disk held, and holds no more.
    ///
    /// @param kept the facts it holds
    void destroyAllBut(Set<UUID> kept, DeviceId device) {
        Stream<UUID> ofReceipts =
                all().stream()
                        .filter(receipt -> receipt.device().equals(device))
                        .map(Printed::eventId);
        Stream<UUID> ofPoisons =
                poisons().stream()
                        .filter(poison -> poison.device().equals(device))
                        .map(Poison::eventId);
        Stream<UUID> ofSlips =
                slips.entrySet().stream()
                        .filter(slip -> slip.getValue().device().equals(device))
                        .map(Map.Entry::getKey);
        destroy(
                Stream.of(ofReceipts, ofPoisons, ofSlips)
                        .flatMap(ids -> ids)
                        .filter(id -> !kept.contains(id))
                        .toList());
    }

    /// The only disk that held these facts is gone, or was overwritten: nobody can bring them back.
    void destroy(List<UUID> eventIds) {
        destroyed.addAll(eventIds);
    }

    public List<Printed> all() {
        return new ArrayList<>(printed.values());
    }

    public boolean isDestroyed(UUID eventId) {
        return destroyed.contains(eventId);
    }

    /// The shifts in which something was sold, or cash moved, that nobody can bring back.
    public Set<UUID> shiftsOfDestroyed() {
        Stream<UUID> ofSales =
                printed.values().stream()
                        .filter(receipt -> isDestroyed(receipt.eventId()))
                        .map(receipt -> receipt.sale().shiftId());
        Stream<UUID> ofCash =
                slips.entrySet().stream()
                        .filter(slip -> isDestroyed(slip.getKey()))
                        .map(slip -> slip.getValue().shiftId());
        return Stream.concat(ofSales, ofCash).collect(Collectors.toSet());
    }

    public int sales() {
        return printed.size();
    }

    public long facts() {
        return facts;
    }

    public int destroyed() {
        return destroyed.size();
    }
}
