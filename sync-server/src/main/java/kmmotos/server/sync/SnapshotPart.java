package kmmotos.server.sync;

import java.util.function.Consumer;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import org.hibernate.StatelessSession;

/// One kind of policy in the snapshot that a till begins with: the state that the feed's entries of
/// that kind add up to.
public interface SnapshotPart {

    /// The scope of the feed it belongs to.
    Scope scope(Store store);

    /// The policy's name on the wire, such as `product_changed`.
    String type();

    /// How many [#write] will write, in the same transaction.
    long count(StatelessSession session, Store store);

    /// Hands out every policy, without holding them all in memory if they are many.
    void write(StatelessSession session, Store store, Consumer<Policy> out);
}
