package kmmotos.server.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import org.hibernate.StatelessSession;

/// Keeps the customers, and tells all tills: a workshop buys at every store of the chain.
public final class CustomerStore {

    /// The entities that this feature keeps.
    public static final List<Class<?>> ROWS = List.of(CustomerRow.class);

    public void save(StatelessSession session, Customer customer) {
        session.upsert(new CustomerRow(customer));
        Feed.publish(session, Scope.CUSTOMERS, List.of(new Policy.CustomerChanged(customer)));
    }

    public Optional<Customer> find(StatelessSession session, UUID customerId) {
        return Optional.ofNullable(session.get(CustomerRow.class, customerId))
                .map(CustomerRow::toCustomer);
    }

    /// Customers whose name holds these letters by id, after the given one.
    public List<Customer> list(
            StatelessSession session, String name, Optional<UUID> after, int limit) {
        return session
                .createSelectionQuery(
                        "from CustomerRow where customerId > :after"
                                + " and locate(lower(:name), lower(name)) > 0 order by customerId",
                        CustomerRow.class)
                .setParameter("after", after.orElse(new UUID(0, 0)))
                .setParameter("name", name)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(CustomerRow::toCustomer)
                .toList();
    }

    boolean isEmailTaken(StatelessSession session, String email, UUID by) {
        return !session.createSelectionQuery(
                        "from CustomerRow where lower(email) = lower(:email)"
                                + " and customerId <> :by",
                        CustomerRow.class)
                .setParameter("email", email)
                .setParameter("by", by)
                .getResultList()
                .isEmpty();
    }
}
