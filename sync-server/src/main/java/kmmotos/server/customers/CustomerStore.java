package kmmotos.server.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.sync.Policy;
import kmmotos.model.sync.Scope;
import kmmotos.server.feed.Feed;
import kmmotos.server.http.Problem;
import org.hibernate.StatelessSession;

/// Keeps the customers, and tells all tills: a workshop buys at every store of the chain.
public final class CustomerStore {

    /// The entities that this feature keeps.
    public static final List<Class<?>> ROWS = List.of(CustomerRow.class);

    /// Takes what head office, or the customer, wants them to be who have seen what is kept now.
    ///
    /// @return the customer with the moments of the change
    public Customer save(StatelessSession session, Customer wanted, Instant now) {
        Customer saved =
                find(session, wanted.customerId())
                        .map(known -> known.edited(wanted, now))
                        .orElse(wanted);
        session.upsert(new CustomerRow(saved));
        Feed.publish(session, Scope.CUSTOMERS, List.of(new Policy.CustomerChanged(saved)));
        return saved;
    }

    /// Leaves nothing of a customer but their number, here and at all tills.
    public Customer erase(StatelessSession session, UUID customerId) {
        Customer left = Customer.erased(customerId);
        session.upsert(new CustomerRow(left));
        Feed.publish(session, Scope.CUSTOMERS, List.of(new Policy.CustomerChanged(left)));
        return left;
    }

    /// Takes a state that a till knows beside what is kept.
    ///
    /// @return what is kept then
    Merged merge(StatelessSession session, Customer told) {
        Optional<Customer> known = find(session, told.customerId());
        Customer merged = known.map(customer -> customer.merge(told)).orElse(told);
        boolean isNew = !known.equals(Optional.of(merged));
        if (isNew) {
            session.upsert(new CustomerRow(merged));
        }
        return new Merged(merged, isNew);
    }

    /// For whoever asks for a customer that is not there.
    public static RuntimeException unknown() {
        return Problem.notFound("No such customer.").refusal();
    }

    /// @param isNew whether anything changed
    record Merged(Customer customer, boolean isNew) {}

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

    public boolean isEmailTaken(StatelessSession session, String email, UUID by) {
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
