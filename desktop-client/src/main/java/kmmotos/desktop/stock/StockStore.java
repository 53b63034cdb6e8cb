package kmmotos.desktop.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.stock.JournalMark;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.SetAside;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import kmmotos.model.sync.Policy;
import org.hibernate.StatelessSession;

/// The shop's stock: a figure for each SKU, moved by own facts and by what the server tells of
/// other tills, and on top what these told by themselves. It may go below 0: facts are not refused.
public final class StockStore {

    private static final int MAX_JOURNALS = 10_000;
    private static final int MAX_FIGURES = 10_000_000;

    /// One change of an item's stock.
    ///
    /// @param reason the fact it came from, e.g. `sale_completed`, or `other_till`
    /// @param reference a receipt or delivery note; may be empty
    public record Movement(Sku sku, Instant at, Quantity change, String reason, String reference) {}

    /// @param reserved held for web orders that are still open
    public record Level(Sku sku, Quantity onHand, Quantity reserved) {
        public Quantity available() {
            return onHand.minus(reserved);
        }
    }

    /// What one fact of this till moved.
    ///
    /// @param reason the fact's type
    /// @param movesFigure false if the figures hold it already, because a snapshot did
    public record Booking(
            List<StockMovement> movements,
            Instant at,
            String reason,
            String reference,
            boolean movesFigure) {

        private List<Movement> changes() {
            return movements.stream()
                    .map(movement ->
                            new Movement(
                                    movement.sku(),
                                    at,
                                    movement.changeAt(Location.STORE),
                                    reason,
                                    reference))
                    .filter(change -> !change.change().isZero())
                    .toList();
        }
    }

    /// Entries of a neighbour's journal as that till itself told them.
    ///
    /// @param retold up to here the journal repeats what older ones told
    public record Heard(
            DeviceId device, UUID incarnation, long retold, List<JournalEntry> entries) {
        public Heard {
            entries = List.copyOf(entries);
        }

        /// The sales among them.
        public List<Sale> sales() {
            return of(Event.SaleCompleted.class).map(Event.SaleCompleted::sale).toList();
        }

        /// The customers that were made or changed.
        public List<Customer> customers() {
            return of(Event.CustomerChanged.class).map(Event.CustomerChanged::customer).toList();
        }

        private <E extends Event> Stream<E> of(Class<E> type) {
            return entries.stream()
                    .map(JournalEntry::read)
                    .flatMap(read ->
                            read instanceof JournalEntry.Reading.Known(Event event)
                                    ? Stream.of(event)
                                    : Stream.empty())
                    .filter(type::isInstance)
                    .map(type::cast);
        }
    }

    private final HeardStock heard = new HeardStock();
    private final LastCountStore lastCounts = new LastCountStore();

    public static List<Class<?>> rows() {
        return List.of();
    }

    /// What another till of the shop told by itself counts until the server tells it.
    public void heard(StatelessSession session, Heard news) {
        heard.heard(session, news);
        for (JournalEntry entry : news.entries()) {
            if (entry.read() instanceof JournalEntry.Reading.Known(Event.StockCounted(var count))) {
                lastCounts.counted(session, count, entry.at());
            }
        }
    }

    /// Up to where a neighbour's journal was heard; 0 if it was not.
    public long heardTo(StatelessSession session, UUID incarnation) {
        return heard.heardTo(session, incarnation);
    }

    /// What was heard of this journal counts no more.
    public void forgetHeard(StatelessSession session, UUID incarnation) {
        heard.forget(session, incarnation);
    }

    /// Books what facts of this till moved.
    public void book(StatelessSession session, List<Booking> bookings) {
        List<Movement> changes = new ArrayList<>();
        Map<Sku, Quantity> figures = new TreeMap<>(Comparator.comparing(Sku::value));
        for (Booking booking : bookings) {
            for (Movement change : booking.changes()) {
                changes.add(change);
                if (booking.movesFigure()) {
                    figures.merge(change.sku(), change.change(), Quantity::plus);
                }
            }
        }
        add(session, figures);
        note(session, changes);
    }

    /// Books what the server told of another till of the shop.
    public void book(StatelessSession session, Policy.StockChanged told, Instant now) {
        add(session, told.sku(), told.change());
        note(session, List.of(new Movement(told.sku(), now, told.change(), "other_till", "")));
        told.journal().ifPresent(journal -> heard.told(session, journal, told.sku(), told.seq()));
        told.incarnation()
                .map(journal -> new JournalMark(told.device(), journal, told.seq()))
                .ifPresent(mark -> saw(session, mark));
    }

    private static void note(StatelessSession session, List<Movement> changes) {
        Sql.batch(
                session,
                "insert into stock_movement (sku, at, change, reason, reference)"
                        + " values (?, ?, ?, ?, ?)",
                changes.stream()
                        .map(change ->
                                new Object[] {
                                    change.sku().value(),
                                    change.at().atOffset(java.time.ZoneOffset.UTC),
                                    change.change().thousandths(),
                                    change.reason(),
                                    change.reference()
                                })
                        .toList());
    }

    /// Moves the figure alone, as after a snapshot whose figures lack own facts.
    public void add(StatelessSession session, Sku sku, Quantity change) {
        add(session, Map.of(sku, change));
    }

    private static void add(StatelessSession session, Map<Sku, Quantity> changes) {
        Sql.batch(
                session,
                "merge into stock using (values (cast(? as varchar(64)), cast(? as bigint)))"
                        + " as moved (sku, change) on stock.sku = moved.sku"
                        + " when matched then update set on_hand = on_hand + moved.change"
                        + " when not matched then insert (sku, on_hand)"
                        + " values (moved.sku, moved.change)",
                rows(changes));
    }

    private static List<Object[]> rows(Map<Sku, Quantity> quantities) {
        return quantities.entrySet().stream()
                .map(of -> new Object[] {of.getKey().value(), of.getValue().thousandths()})
                .toList();
    }

    /// The figures hold this journal up to there now; what is known to be in them stays known.
    public void saw(StatelessSession session, JournalMark mark) {
        boolean further =
                seen(session).stream()
                        .filter(known -> known.device().equals(mark.device()))
                        .filter(known -> known.incarnation().equals(mark.incarnation()))
                        .allMatch(known -> known.seq() < mark.seq());
        if (further) {
            Sql.run(
                    session,
                    "merge into seen_journal (device, incarnation, seq)"
                            + " key (device, incarnation) values (?1, ?2, ?3)",
                    mark.device().value(),
                    mark.incarnation(),
                    mark.seq());
            heard.told(session, mark.incarnation(), mark.seq());
        }
    }

    /// Up to where the figures hold the journals of the store's tills, as far as the server told.
    public List<JournalMark> seen(StatelessSession session) {
        return Sql.list(
                        session,
                        Object[].class,
                        MAX_JOURNALS,
                        "select cast(device as varchar), cast(incarnation as varchar), seq"
                                + " from seen_journal order by device, incarnation")
                .stream()
                .map(row ->
                        new JournalMark(
                                new DeviceId(UUID.fromString((String) row[0])),
                                UUID.fromString((String) row[1]),
                                (Long) row[2]))
                .toList();
    }

    /// Takes the figures of a snapshot in place of all there were. Those that are the same are not
    /// written again; the others are in the order of the key.
    public void replaceAll(StatelessSession session, Map<Sku, Quantity> levels) {
        Sql.run(session, "delete from set_aside");
        Map<Sku, Quantity> changed = new TreeMap<>(Comparator.comparing(Sku::value));
        changed.putAll(levels);
        List<Object[]> gone = new ArrayList<>();
        forEach(
                session,
                (sku, onHand) -> {
                    boolean isSame = changed.remove(sku, onHand);
                    if (!isSame && !changed.containsKey(sku)) {
                        gone.add(new Object[] {sku.value()});
                    }
                });
        Sql.batch(session, "delete from stock where sku = ?", gone);
        Sql.batch(
                session, "merge into stock (sku, on_hand) key (sku) values (?, ?)", rows(changed));
    }

    /// Every figure there is.
    public void forEach(StatelessSession session, BiConsumer<Sku, Quantity> consumer) {
        Sql.list(
                        session,
                        Object[].class,
                        MAX_FIGURES,
                        "select sku, on_hand from stock order by sku")
                .forEach(row ->
                        consumer.accept(new Sku((String) row[0]), new Quantity((Long) row[1])));
    }

    /// The figure without what only the neighbours told: what the marks of [#seen] speak of.
    public Quantity toldOnHand(StatelessSession session, Sku sku) {
        return sum(session, "select on_hand from stock where sku = ?1", sku);
    }

    public void put(StatelessSession session, SetAside decided) {
        boolean isOlder =
                !Sql.list(
                                session,
                                String.class,
                                1,
                                "select sku from set_aside where sku = ?1 and (decided_at > ?2"
                                        + " or (decided_at = ?2 and decision > ?3))",
                                decided.sku().value(),
                                decided.decidedAt(),
                                decided.setAsideId())
                        .isEmpty();
        if (!isOlder) {
            Sql.run(
                    session,
                    "merge into set_aside (sku, quantity, until, decided_at, decision) key (sku)"
                            + " values (?1, ?2, ?3, ?4, ?5)",
                    decided.sku().value(),
                    decided.quantity().thousandths(),
                    decided.until(),
                    decided.decidedAt(),
                    decided.setAsideId());
        }
    }

    /// When it was decided last how much of an item is kept.
    public Optional<Instant> decidedAt(StatelessSession session, Sku sku) {
        return Sql.list(
                        session,
                        Instant.class,
                        1,
                        "select decided_at from set_aside where sku = ?1",
                        sku.value())
                .stream()
                .findFirst();
    }

    /// How much of an item is kept for the online shop: never more than there is besides what is
    /// reserved, so it shrinks when the counter sells of it.
    public Quantity setAside(StatelessSession session, Level level, Instant now) {
        Quantity kept =
                sum(
                        session,
                        "select quantity from set_aside where sku = ?1 and until > ?2",
                        level.sku(),
                        now);
        Quantity there = level.available();
        if (!there.isPositive()) {
            return Quantity.ZERO;
        }
        return kept.compareTo(there) < 0 ? kept : there;
    }

    public Level level(StatelessSession session, Sku sku) {
        return new Level(
                sku,
                toldOnHand(session, sku).plus(heard.sum(session, sku)),
                sum(
                        session,
                        "select cast(coalesce(sum(quantity), 0) as bigint) from order_reservation"
                                + " where sku = ?1",
                        sku));
    }

    /// What was sold here since a moment, returned goods taken off; only what is more than none.
    public Map<Sku, Quantity> soldSince(StatelessSession session, Instant since) {
        Map<Sku, Quantity> sold = new LinkedHashMap<>();
        Sql.list(
                        session,
                        Object[].class,
                        MAX_FIGURES,
                        "select sku, sum(-change) from stock_movement where at >= ?1"
                                + " and (reason = 'sale_completed'"
                                + " or (reason = 'other_till' and change < 0))"
                                + " group by sku having sum(-change) > 0 order by sku",
                        since)
                .forEach(row ->
                        sold.put(
                                new Sku((String) row[0]),
                                new Quantity(((Number) row[1]).longValue())));
        return sold;
    }

    /// What there is here or ever moved here.
    public List<Sku> here(StatelessSession session) {
        return Sql.list(
                        session,
                        String.class,
                        MAX_FIGURES,
                        "select sku from stock where on_hand <> 0"
                                + " union select sku from stock_movement order by sku")
                .stream()
                .map(Sku::new)
                .toList();
    }

    public LastCountStore lastCounts() {
        return lastCounts;
    }

    private static Quantity sum(StatelessSession session, String sql, Sku sku, Object... more) {
        Object[] parameters = Stream.concat(Stream.of(sku.value()), Stream.of(more)).toArray();
        return Sql.list(session, Long.class, 1, sql, parameters).stream()
                .findFirst()
                .map(Quantity::new)
                .orElse(Quantity.ZERO);
    }

    /// The item's newest movements first.
    public List<Movement> movements(StatelessSession session, Sku sku, int limit) {
        return Sql.list(
                        session,
                        Object[].class,
                        limit,
                        "select at, change, reason, reference from stock_movement where sku = ?1"
                                + " order by movement_id desc",
                        sku.value())
                .stream()
                .map(row ->
                        new Movement(
                                sku,
                                instant(row[0]),
                                new Quantity((Long) row[1]),
                                (String) row[2],
                                (String) row[3]))
                .toList();
    }

    static Instant instant(Object column) {
        return column instanceof java.time.OffsetDateTime at ? at.toInstant() : (Instant) column;
    }
}
