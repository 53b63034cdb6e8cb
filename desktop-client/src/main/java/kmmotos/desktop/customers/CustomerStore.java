package kmmotos.desktop.customers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kmmotos.desktop.storage.Sql;
import kmmotos.desktop.storage.Words;
import kmmotos.model.customers.Customer;
import org.hibernate.StatelessSession;

/// The customers, found by parts of their name, e-mail, telephone or tax number.
public final class CustomerStore {
    public static List<Class<?>> rows() {
        return List.of(CustomerRow.class);
    }

    public void put(StatelessSession session, List<Customer> customers) {
        List<Object[]> ids =
                customers.stream().map(customer -> new Object[] {customer.customerId()}).toList();
        Sql.batch(session, "delete from customer_word where customer_id = ?", ids);
        session.upsertMultiple(customers.stream().map(CustomerRow::new).toList());
        Sql.batch(
                session,
                "merge into customer_word (word, customer_id) key (word, customer_id) values (?, ?)",
                customers.stream().flatMap(customer -> words(customer).stream()).toList());
    }

    private static List<Object[]> words(Customer customer) {
        Set<String> words = new LinkedHashSet<>(Words.in(customer.name()));
        customer.email().ifPresent(email -> words.addAll(Words.in(email)));
        customer.phone().ifPresent(phone -> words.add(digits(phone)));
        customer.taxNumber().ifPresent(number -> words.add(digits(number)));
        return words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> new Object[] {word, customer.customerId()})
                .toList();
    }

    private static String digits(String written) {
        return String.join("", Words.in(written));
    }

    public Optional<Customer> find(StatelessSession session, UUID customerId) {
        return Optional.ofNullable(session.get(CustomerRow.class, customerId))
                .map(CustomerRow::toCustomer);
    }

    /// Also those who are not served any more.
    public void forEach(StatelessSession session, Consumer<Customer> consumer) {
        try (Stream<CustomerRow> rows =
                session.createSelectionQuery("from CustomerRow", CustomerRow.class)
                        .getResultStream()) {
            rows.map(CustomerRow::toCustomer).forEach(consumer);
        }
    }

    /// Active customers who have all the words.
    public List<Customer> search(StatelessSession session, String typed, int limit) {
        List<String> patterns = Words.patterns(typed);
        if (patterns.isEmpty()) {
            return List.of();
        }
        Set<UUID> ids = new LinkedHashSet<>();
        ids.addAll(
                Sql.list(
                        session,
                        UUID.class,
                        limit,
                        "select customer_id from customer_word where word like ?1",
                        digits(typed) + "%"));
        ids.addAll(
                Sql.list(
                        session,
                        UUID.class,
                        limit,
                        Words.query("customer_word", "customer_id", patterns.size()),
                        patterns.toArray()));
        return ids.stream()
                .limit(limit)
                .flatMap(id -> find(session, id).stream())
                .filter(Customer::active)
                .toList();
    }

    public void clear(StatelessSession session) {
        Sql.run(session, "delete from customer_word");
        Sql.run(session, "delete from customer");
    }
}
