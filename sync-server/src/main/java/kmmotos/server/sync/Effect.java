package kmmotos.server.sync;

import java.util.List;
import org.hibernate.StatelessSession;

/// Something that follows from the tills' facts: stock, takings, an order's next state. Each event
/// reaches it once.
///
/// The events may be those of many tills and stores, and the database lets their transaction write
/// for all of these. So an effect itself sees to it that a till's event changes nothing but what is
/// its own store's: by the store in each `where`, and by refusing what names another.
@FunctionalInterface
public interface Effect {

    /// Writes what follows from these events, in their order within each till, in the transaction
    /// that stores them. When it throws, they are tried again till by till, then one by one, and
    /// the one that fails goes to the work list with its effects undone.
    ///
    /// @param news takes what other tills are to be told; do not publish directly
    void apply(StatelessSession session, List<NewEvent> events, News news);

    /// Events that were known before have come again and got another place, in another journal:
    /// what follows from where an event stands has to be worked out again.
    default void placedAgain(StatelessSession session, List<Arrived> known, News news) {}
}
