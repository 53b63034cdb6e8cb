package kmmotos.desktop.customers;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kmmotos.desktop.storage.JsonText;
import kmmotos.desktop.storage.Sql;
import kmmotos.desktop.storage.Words;
import kmmotos.model.customers.Customer;
import org.hibernate.StatelessSession;

/// The customers, found by parts of their name, e-mail, telephone or tax number.
public final class CustomerStore {
    private static final int MAX_CUSTOMERS = 10_000_000;

    public static List<Class<?>> rows() {
        return List.of(CustomerRow.class);
    }

    /// Forgets all, and is quick to take many until [#endFilling].
    public void beginFilling(StatelessSession session) {
        Sql.run(session, "truncate table customer_word");
        Sql.run(session, "truncate table customer");
        Sql.run(session, "drop index if exists customer_word_customer");
    }

    public void endFilling(StatelessSession session) {
        Sql.run(
                session,
                "create index if not exists customer_word_customer"
                        + " on customer_word (customer_id, word)");
    }

    /// As [#put]; one that is the same as before is not written again.
    public void renew(StatelessSession session, List<Customer> customers) {
        Map<UUID, String> bodies =
                Sql.texts(
                        session,
                        customers.stream().map(Customer::customerId).toArray(UUID[]::new),
                        "select customer_id, body from customer where customer_id = any(?)");
        List<Customer> changed =
                customers.stream()
                        .filter(customer ->
                                !JsonText.write(customer).equals(bodies.get(customer.customerId())))
                        .toList();
        forgetWords(
                session,
                changed.stream().map(Customer::customerId).filter(bodies::containsKey).toList());
        write(session, changed);
    }

    public void put(StatelessSession session, List<Customer> customers) {
        forgetWords(session, customers.stream().map(Customer::customerId).toList());
        write(session, customers);
    }

    private static void forgetWords(StatelessSession session, List<UUID> customerIds) {
        Sql.batch(
                session,
                "delete from customer_word where customer_id = ?",
                customerIds.stream().map(id -> new Object[] {id}).toList());
    }

    private static void write(StatelessSession session, List<Customer> customers) {
        session.upsertMultiple(customers.stream().map(CustomerRow::new).toList());
        // In the order of the key: H2 writes a page anew each time that it is met again.
        Sql.batch(
                session,
                "merge into customer_word (word, customer_id) key (word, customer_id) values (?, ?)",
                customers.stream()
                        .flatMap(customer -> words(customer).stream())
                        .sorted(Comparator.comparing(row -> (String) row[0]))
                        .toList());
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

    /// Forgets all but these.
    public void forgetOthers(StatelessSession session, Set<UUID> named) {
        List<UUID> others =
                Sql.list(
                                session,
                                UUID.class,
                                MAX_CUSTOMERS,
                                "select customer_id from customer order by customer_id")
                        .stream()
                        .filter(id -> !named.contains(id))
                        .toList();
        forgetWords(session, others);
        Sql.batch(
                session,
                "delete from customer where customer_id = ?",
                others.stream().map(id -> new Object[] {id}).toList());
    }
}
