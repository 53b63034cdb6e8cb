package kmmotos.server.sync;

import java.util.function.Consumer;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;

/// One kind of policy in a snapshot, within the transaction that reads it.
public interface SnapshotContents {

    /// The scope of the feed it belongs to.
    Scope scope();

    /// The policy's name on the wire, such as `product_changed`.
    String type();

    /// How many [#write] will write.
    long count();

    void write(Consumer<Policy> out);
}
