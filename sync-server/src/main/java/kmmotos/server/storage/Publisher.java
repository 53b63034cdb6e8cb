package kmmotos.server.storage;

import java.util.List;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import org.hibernate.StatelessSession;

/// Tells the tills what was decided, in the transaction that decides it. Called last: it takes the
/// scope's counter, which all writers of the scope wait for.
@FunctionalInterface
public interface Publisher {

    void publish(StatelessSession session, Scope scope, List<Policy> news);
}
