package kmmotos.model.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.sync.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerTest {
    private static final Instant MOMENT = SampleCustomers.MOMENT;
    private static final Customer RIDER = SampleCustomers.RIDER;

    private static Customer called(Customer customer, String name) {
        return new Customer(
                customer.customerId(),
                customer.kind(),
                name,
                customer.email(),
                customer.phone(),
                customer.taxNumber(),
                customer.priceGroup(),
                customer.active(),
                customer.language(),
                customer.consent(),
                customer.garage(),
                customer.changed());
    }

    private static Customer reachedBy(Customer customer, String phone) {
        return new Customer(
                customer.customerId(),
                customer.kind(),
                customer.name(),
                customer.email(),
                Optional.of(phone),
                customer.taxNumber(),
                customer.priceGroup(),
                customer.active(),
                customer.language(),
                customer.consent(),
                customer.garage(),
                customer.changed());
    }

    private static OwnedMotorcycle bike(int n, String model) {
        return Customer.bike(
                new UUID(0, n),
                new Motorcycle("Honda", model, 2019),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void changesOfDifferentFieldsAtTwoTillsBothHold() {
        var named = RIDER.edited(called(RIDER, "João A. Smith"), MOMENT);
        var reached = RIDER.edited(reachedBy(RIDER, "+55 11 90000-0000"), MOMENT.plusSeconds(9));
        var merged = named.merge(reached);
        assertThat(merged.name()).isEqualTo("João A. Smith");
        assertThat(merged.phone()).contains("+55 11 90000-0000");
        assertThat(reached.merge(named)).isEqualTo(merged);
    }

    @Test
    void ofTwoChangesOfOneFieldTheLaterHoldsInWhateverOrderTheyArrive() {
        var first = RIDER.edited(called(RIDER, "First"), MOMENT);
        var second = RIDER.edited(called(RIDER, "Second"), MOMENT.plusMillis(1));
        assertThat(first.merge(second).name()).isEqualTo("Second");
        assertThat(second.merge(first).name()).isEqualTo("Second");
    }

    @Test
    void whoChangesWhatTheyHaveSeenIsLaterWhateverTheirClockSays() {
        var fast =
                RIDER.edited(
                        called(RIDER, "By a clock of 2050"), Instant.parse("2050-01-01T00:00:00Z"));
        var corrected = fast.edited(called(fast, "Corrected"), MOMENT);
        assertThat(fast.merge(corrected).name()).isEqualTo("Corrected");
    }

    @Test
    void motorcyclesAddedAtTwoTillsBothStayAndOneTakenOutDoesNotComeBack() {
        var here = RIDER.edited(RIDER.with(bike(1, "CG 160")), MOMENT);
        var there = RIDER.edited(RIDER.with(bike(2, "PCX")), MOMENT);
        var both = here.merge(there);
        assertThat(both.motorcycles()).hasSize(2);
        var sold = both.edited(both.with(both.garage().getFirst().takenOut()), MOMENT);
        assertThat(sold.merge(both).motorcycles()).hasSize(1);
        assertThat(both.merge(sold).motorcycles()).hasSize(1);
    }

    @Test
    void whoSavesTheNameTakesNoMotorcycleAway() {
        var owner = SampleCustomers.GARAGE_OWNER;
        var wanted = called(RIDER, "Renamed");
        assertThat(owner.edited(wanted, MOMENT).motorcycles()).isEqualTo(owner.motorcycles());
    }

    @Test
    void whatWasNotChangedKeepsItsMoment() {
        var owner = SampleCustomers.GARAGE_OWNER;
        assertThat(owner.edited(owner, MOMENT.plusSeconds(60))).isEqualTo(owner);
    }

    @Test
    void aCustomerWhomNoTillChangedLooksOnTheWireAsBefore() throws Exception {
        assertThat(Json.MAPPER.writeValueAsString(RIDER)).doesNotContain("garage", "changed");
        var owner = SampleCustomers.GARAGE_OWNER;
        var read = Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(owner), Customer.class);
        assertThat(read).isEqualTo(owner);
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 50).mapToObj(Long::valueOf);
    }

    /// Some tills change and hear of each other's changes at random; told everything in any order,
    /// all know the same.
    @ParameterizedTest
    @MethodSource("seeds")
    void inWhateverOrderStatesAreMergedTheyComeToTheSame(long seed) {
        var random = new SplittableRandom(seed);
        List<Customer> tills = new ArrayList<>(List.of(RIDER, RIDER, RIDER));
        List<Customer> told = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int till = random.nextInt(3);
            var known = tills.get(till);
            // Each till's clock shows moments that no other's does.
            var now = MOMENT.plusMillis(random.nextInt(1_000) * 3L + till);
            var changed = known.edited(change(known, random), now);
            told.add(changed);
            tills.set(
                    till,
                    random.nextBoolean() ? changed : tills.get(random.nextInt(3)).merge(changed));
        }
        assertThat(merged(told)).isEqualTo(merged(told.reversed()));
    }

    private static Customer merged(List<Customer> states) {
        return states.stream().reduce(RIDER, Customer::merge);
    }

    private static Customer change(Customer known, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> called(known, "Name " + random.nextInt(100));
            case 1 -> reachedBy(known, "phone " + random.nextInt(100));
            default -> known.with(bike(random.nextInt(3), "Model " + random.nextInt(100)));
        };
    }

    @Test
    void nothingBringsBackWhoseDataWasErased() throws Exception {
        var erased = Customer.erased(RIDER.customerId());
        var later =
                RIDER.edited(called(RIDER, "Still here"), MOMENT.plusSeconds(99))
                        .with(bike(7, "CB 500"));
        assertThat(erased.merge(later)).isEqualTo(erased);
        assertThat(later.merge(erased)).isEqualTo(erased);
        assertThat(erased.edited(later, MOMENT.plusSeconds(100))).isEqualTo(erased);
        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(erased), Customer.class))
                .isEqualTo(erased);
        assertThat(erased.isErased()).isTrue();
        assertThat(RIDER.isErased()).isFalse();
        assertThat(erased.active()).isFalse();
    }
}
