package kmmotos.desktop.customers;

import java.util.Comparator;
import java.util.HashSet;
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
import kmmotos.model.customers.OwnedMotorcycle;
import kmmotos.model.fitment.Motorcycle;
import org.hibernate.StatelessSession;

/// The customers, found by parts of their name, e-mail, telephone or tax number, and by the plate
/// or VIN of a motorcycle.
public final class CustomerStore {
    private static final int MAX_CUSTOMERS = 10_000_000;
    private static final int MAX_SIMILAR = 10;

    public static List<Class<?>> rows() {
        return List.of(CustomerRow.class);
    }

    /// Forgets all that the server told, and is quick to take many until [#endFilling].
    public void beginFilling(StatelessSession session) {
        List<Customer> own = ahead(session).stream().map(CustomerRow::toCustomer).toList();
        Sql.run(session, "truncate table customer_word");
        Sql.run(session, "truncate table customer");
        Sql.run(session, "drop index if exists customer_word_customer");
        write(session, own.stream().map(one -> new CustomerRow(one, Optional.empty())).toList());
    }

    private static List<CustomerRow> ahead(StatelessSession session) {
        return session.createSelectionQuery(
                        "from CustomerRow where ahead order by customerId", CustomerRow.class)
                .getResultList();
    }

    public void endFilling(StatelessSession session) {
        Sql.run(
                session,
                "create index if not exists customer_word_customer"
                        + " on customer_word (customer_id, word)");
    }

    /// As [#put]; one that the server told the same way before is not written again.
    public void renew(StatelessSession session, List<Customer> customers) {
        Map<UUID, String> told =
                Sql.texts(
                        session,
                        ids(customers),
                        "select c.customer_id, c.body from unnest(?) as asked (id)"
                                + " join customer c on c.customer_id = asked.id and not c.ahead");
        List<Customer> changed =
                customers.stream()
                        .filter(customer ->
                                !JsonText.write(customer).equals(told.get(customer.customerId())))
                        .toList();
        Set<UUID> known = new HashSet<>(told.keySet());
        ahead(session).forEach(row -> known.add(row.customerId));
        forgetWords(
                session,
                changed.stream().map(Customer::customerId).filter(known::contains).toList());
        write(session, merged(session, changed));
    }

    /// Customers as the server tells them. What tills of the shop changed and the server does not
    /// tell yet stays.
    public void put(StatelessSession session, List<Customer> customers) {
        forgetWords(session, customers.stream().map(Customer::customerId).toList());
        write(session, merged(session, customers));
    }

    private static UUID[] ids(List<Customer> customers) {
        return customers.stream().map(Customer::customerId).toArray(UUID[]::new);
    }

    private static List<CustomerRow> merged(StatelessSession session, List<Customer> told) {
        Map<UUID, String> own =
                Sql.texts(
                        session,
                        ids(told),
                        "select c.customer_id, c.body from unnest(?) as asked (id)"
                                + " join customer c on c.customer_id = asked.id and c.ahead");
        return told.stream()
                .map(customer ->
                        Optional.ofNullable(own.get(customer.customerId()))
                                .map(body -> JsonText.read(body, Customer.class))
                                .map(mine ->
                                        new CustomerRow(
                                                customer.merge(mine), Optional.of(customer)))
                                .orElseGet(() -> new CustomerRow(customer)))
                .toList();
    }

    /// A till of the shop made or changed a customer; the server tells all tills later.
    public void changed(StatelessSession session, Customer customer) {
        CustomerRow known = session.get(CustomerRow.class, customer.customerId());
        CustomerRow row =
                known == null
                        ? new CustomerRow(customer, Optional.empty())
                        : new CustomerRow(known.toCustomer().merge(customer), known.toTold());
        forgetWords(session, List.of(customer.customerId()));
        write(session, List.of(row));
    }

    private static void forgetWords(StatelessSession session, List<UUID> customerIds) {
        Sql.batch(
                session,
                "delete from customer_word where customer_id = ?",
                customerIds.stream().map(id -> new Object[] {id}).toList());
    }

    private static void write(StatelessSession session, List<CustomerRow> rows) {
        session.upsertMultiple(rows);
        // In the order of the key: H2 writes a page anew each time that it is met again.
        Sql.batch(
                session,
                "merge into customer_word (word, customer_id) key (word, customer_id) values (?, ?)",
                rows.stream()
                        .flatMap(row -> words(row.toCustomer()).stream())
                        .sorted(Comparator.comparing(row -> (String) row[0]))
                        .toList());
    }

    private static List<Object[]> words(Customer customer) {
        Set<String> words = new LinkedHashSet<>(Words.in(customer.name()));
        customer.email().ifPresent(email -> words.addAll(Words.in(email)));
        customer.phone().ifPresent(phone -> words.add(digits(phone)));
        customer.taxNumber().ifPresent(number -> words.add(digits(number)));
        customer.motorcycles().forEach(bike -> addNumbers(bike, words));
        return words.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> new Object[] {word, customer.customerId()})
                .toList();
    }

    private static void addNumbers(OwnedMotorcycle bike, Set<String> words) {
        bike.plate().ifPresent(plate -> words.add(digits(plate)));
        bike.vin().ifPresent(vin -> words.add(digits(vin)));
    }

    private static String digits(String written) {
        return String.join("", Words.in(written));
    }

    public Optional<Customer> find(StatelessSession session, UUID customerId) {
        return Optional.ofNullable(session.get(CustomerRow.class, customerId))
                .map(CustomerRow::toCustomer);
    }

    /// What the server told, also of those who are not served any more.
    public void forEach(StatelessSession session, Consumer<Customer> consumer) {
        try (Stream<CustomerRow> rows =
                session.createSelectionQuery("from CustomerRow", CustomerRow.class)
                        .getResultStream()) {
            rows.flatMap(row -> row.toTold().stream()).forEach(consumer);
        }
    }

    /// Somebody else who has the same telephone, e-mail or tax number.
    public Optional<Customer> similar(StatelessSession session, Customer customer) {
        return Stream.of(customer.phone(), customer.email(), customer.taxNumber())
                .flatMap(Optional::stream)
                .flatMap(text -> search(session, text, MAX_SIMILAR).stream())
                .filter(other -> !other.customerId().equals(customer.customerId()))
                .filter(other ->
                        isSame(other.phone(), customer.phone())
                                || isSame(other.email(), customer.email())
                                || isSame(other.taxNumber(), customer.taxNumber()))
                .findFirst();
    }

    private static boolean isSame(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.map(Words::in).equals(other.map(Words::in));
    }

    /// Motorcycles in garages whose VIN begins so.
    public List<Motorcycle> motorcycles(StatelessSession session, String vin, int limit) {
        return Sql.list(
                        session,
                        UUID.class,
                        limit,
                        "select customer_id from customer_word where word like ?1",
                        digits(vin) + "%")
                .stream()
                .flatMap(id -> find(session, id).stream())
                .flatMap(customer -> customer.motorcycles().stream())
                .filter(bike -> bike.vin().filter(it -> it.startsWith(vin)).isPresent())
                .map(OwnedMotorcycle::motorcycle)
                .distinct()
                .toList();
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

    /// Forgets all but these, and those the server has not told all of.
    public void forgetOthers(StatelessSession session, Set<UUID> named) {
        List<UUID> others =
                Sql.list(
                                session,
                                UUID.class,
                                MAX_CUSTOMERS,
                                "select customer_id from customer where not ahead"
                                        + " order by customer_id")
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
