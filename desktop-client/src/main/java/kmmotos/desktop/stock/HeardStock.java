package kmmotos.desktop.stock;

import java.util.UUID;
import kmmotos.desktop.storage.Sql;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.stock.Location;
import kmmotos.model.stock.StockMovement;
import kmmotos.model.sync.Event;
import kmmotos.model.sync.JournalEntry;
import org.hibernate.StatelessSession;

/// What was heard from the shop's other tills and is not in the server's figures yet.
///
/// Each movement stands here from the moment the neighbour tells it until the server does: when its
/// `stock_changed` or its mark reaches the event's place in some journal, the movement goes. An
/// event that is told again in a new journal is the same event at one more place. One that is told
/// again and was not heard before may be in the server's figures already, so it is passed over.
final class HeardStock {
    void heard(StatelessSession session, StockStore.Heard heard) {
        long known = heardTo(session, heard.incarnation());
        for (JournalEntry entry : heard.entries()) {
            if (entry.seq() > known) {
                hear(session, heard, entry);
            }
        }
        if (!heard.entries().isEmpty()) {
            Sql.run(
                    session,
                    "merge into heard_journal (incarnation, seq) key (incarnation) values (?1, ?2)",
                    heard.incarnation(),
                    Math.max(known, heard.entries().getLast().seq()));
        }
    }

    private static void hear(StatelessSession session, StockStore.Heard heard, JournalEntry entry) {
        if (!(entry.read() instanceof JournalEntry.Reading.Known(Event event))
                || event.movements().isEmpty()) {
            return;
        }
        boolean isNew = count(session, entry.eventId()) == 0;
        Sql.run(
                session,
                "insert into heard_event (event_id, incarnation, seq) values (?1, ?2, ?3)",
                entry.eventId(),
                heard.incarnation(),
                entry.seq());
        if (!isNew || entry.seq() <= heard.retold() || isTold(session, heard, entry)) {
            return;
        }
        for (StockMovement movement : event.movements()) {
            if (!isTold(session, heard, entry, movement.sku())) {
                add(session, entry.eventId(), movement);
            }
        }
    }

    private static void add(StatelessSession session, UUID event, StockMovement movement) {
        Quantity change = movement.changeAt(Location.STORE);
        if (!change.isZero()) {
            Sql.run(
                    session,
                    "insert into heard_movement (event_id, sku, change) values (?1, ?2, ?3)",
                    event,
                    movement.sku().value(),
                    change.thousandths());
        }
    }

    private static long count(StatelessSession session, UUID event) {
        return first(session, "select count(*) from heard_event where event_id = ?1", event);
    }

    private static boolean isTold(
            StatelessSession session, StockStore.Heard heard, JournalEntry entry) {
        return first(
                        session,
                        "select count(*) from seen_journal where device = ?1 and incarnation = ?2"
                                + " and seq >= ?3",
                        heard.device().value(),
                        heard.incarnation(),
                        entry.seq())
                > 0;
    }

    private static boolean isTold(
            StatelessSession session, StockStore.Heard heard, JournalEntry entry, Sku sku) {
        return first(
                        session,
                        "select count(*) from told_stock where incarnation = ?1 and sku = ?2"
                                + " and seq >= ?3",
                        heard.incarnation(),
                        sku.value(),
                        entry.seq())
                > 0;
    }

    private static long first(StatelessSession session, String sql, Object... parameters) {
        return Sql.list(session, Long.class, 1, sql, parameters).getFirst();
    }

    /// Up to where this journal was heard; 0 if it was not.
    long heardTo(StatelessSession session, UUID incarnation) {
        return Sql.list(
                        session,
                        Long.class,
                        1,
                        "select seq from heard_journal where incarnation = ?1",
                        incarnation)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /// The server's figure of this item holds the journal up to there. The items of one upload may
    /// come in two pages, the mark with the last.
    void told(StatelessSession session, UUID incarnation, Sku sku, long seq) {
        Sql.run(
                session,
                "merge into told_stock (incarnation, sku, seq) key (incarnation, sku)"
                        + " values (?1, ?2, ?3)",
                incarnation,
                sku.value(),
                seq);
        Sql.run(
                session,
                "delete from heard_movement where sku = ?1 and event_id in (select event_id from"
                        + " heard_event where incarnation = ?2 and seq <= ?3)",
                sku.value(),
                incarnation,
                seq);
    }

    /// All figures of the server hold the journal up to there.
    void told(StatelessSession session, UUID incarnation, long seq) {
        Sql.run(
                session,
                "delete from heard_movement where event_id in (select event_id from heard_event"
                        + " where incarnation = ?1 and seq <= ?2)",
                incarnation,
                seq);
        Sql.run(
                session,
                "delete from told_stock where incarnation = ?1 and seq <= ?2",
                incarnation,
                seq);
    }

    void forget(StatelessSession session, UUID incarnation) {
        Sql.run(
                session,
                "delete from heard_movement where event_id in (select event_id from heard_event"
                        + " where incarnation = ?1)",
                incarnation);
    }

    Quantity sum(StatelessSession session, Sku sku) {
        return new Quantity(
                first(
                        session,
                        "select cast(coalesce(sum(change), 0) as bigint) from heard_movement"
                                + " where sku = ?1",
                        sku.value()));
    }
}
