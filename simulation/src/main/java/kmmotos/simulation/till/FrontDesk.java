package kmmotos.simulation.till;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kmmotos.model.customers.Customer;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.sync.Event;

/// Who comes to a till and is written down: so few that tills meet over the same people.
record FrontDesk(SimulatedTables tables, Clock clock, RandomGenerator random) {

    private static final int PEOPLE = 3;
    private static final int FIRST_ID = 500;

    /// Somebody is written down, or something about them changes.
    Event changed() {
        UUID id = new UUID(0, FIRST_ID + random.nextInt(PEOPLE));
        Optional<Customer> known =
                tables.state().customers.get(id).map(TillState.KnownCustomer::customer);
        Customer wanted = change(known.orElseGet(() -> rider(id, "Rider", "")));
        return new Event.CustomerChanged(
                known.orElse(wanted).edited(wanted, clock.instant()), Counter.CLERK);
    }

    private Customer change(Customer known) {
        String text = Integer.toString(random.nextInt(1_000));
        return switch (random.nextInt(3)) {
            case 0 -> with(known, "Rider " + text, known.phone().orElse(""));
            case 1 -> with(known, known.name(), text);
            default ->
                    known.with(
                            Customer.bike(
                                    new UUID(random.nextLong(), random.nextLong()),
                                    new Motorcycle("Honda", "CG 160", 2019),
                                    Optional.empty(),
                                    Optional.of(text),
                                    Optional.empty()));
        };
    }

    /// A garage that is not named stays, see [Customer#edited].
    private static Customer with(Customer known, String name, String phone) {
        return rider(known.customerId(), name, phone);
    }

    private static Customer rider(UUID id, String name, String phone) {
        return new Customer(
                id,
                Customer.Kind.RETAIL,
                name,
                Optional.empty(),
                Optional.of(phone).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
