package kmmotos.server.sync;

import java.util.List;
import kmmotos.model.stores.Till;
import org.hibernate.StatelessSession;

/// Something that follows from the tills' facts: stock, takings, an order's next state. Each event
/// reaches it once.
@FunctionalInterface
public interface Effect {

    /// Writes what follows from these events, in their order, in the transaction that stores them.
    /// When it throws, the events are tried one by one, and the one that fails goes to the work
    /// list with its effects undone.
    ///
    /// @param till whose events these are
    /// @param news takes what other tills are to be told; do not publish directly
    void apply(StatelessSession session, Till till, List<NewEvent> events, News news);
}
