package kmmotos.model.customers;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.model.fitment.Motorcycle;

/// Somebody who buys, known by name.
///
/// Two tills may change the same customer while neither hears of the other. Each part (a field, or
/// one motorcycle) remembers when it was changed, and of two states of a part the later one holds.
/// Whoever changes what they have seen makes it later than that, whatever their clock says. So
/// states can be merged in any order and come to the same.
///
/// @param priceGroup the group whose prices apply, e.g. `workshop`; wholesalers have one
/// @param taxNumber as the country writes it (CPF, CNPJ, NIF ...)
/// @param language BCP 47 tag of their receipts, if it is not the shop's
/// @param garage in the order of their ids, also those that are not kept any more
/// @param changed when each field was changed last, by its name; absent if it never was
public record Customer(
        UUID customerId,
        Kind kind,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> taxNumber,
        Optional<String> priceGroup,
        boolean active,
        Optional<String> language,
        Optional<Consent> consent,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                List<OwnedMotorcycle> garage,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
                SortedMap<String, Instant> changed) {

    public static final int MAX_LENGTH = 200;
    public static final int MAX_MOTORCYCLES = 50;

    /// When all of somebody whose data was erased was changed: later than any change can be.
    private static final Instant FOR_GOOD = Instant.parse("9999-12-31T00:00:00Z");

    private static final String NOBODY = "—";

    private static final Map<String, Function<Customer, Object>> FIELDS =
            Map.of(
                    "kind", Customer::kind,
                    "name", Customer::name,
                    "email", Customer::email,
                    "phone", Customer::phone,
                    "tax_number", Customer::taxNumber,
                    "price_group", Customer::priceGroup,
                    "active", Customer::active,
                    "language", Customer::language,
                    "consent", Customer::consent);

    public enum Kind {
        RETAIL,
        WHOLESALE
    }

    public Customer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a customer has a name");
        }
        garage = List.copyOf(garage);
        changed = Collections.unmodifiableSortedMap(new TreeMap<>(changed));
    }

    public Customer(
            UUID customerId,
            Kind kind,
            String name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> taxNumber,
            Optional<String> priceGroup,
            boolean active) {
        this(
                customerId,
                kind,
                name,
                email,
                phone,
                taxNumber,
                priceGroup,
                active,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new TreeMap<>());
    }

    /// What is left of somebody whose data was erased (GDPR art. 17, LGPD art. 18): the number that
    /// receipts name. No state of theirs, from whichever till and however old, brings anything
    /// back.
    public static Customer erased(UUID customerId) {
        Customer nobody =
                new Customer(
                        customerId,
                        Kind.RETAIL,
                        NOBODY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        SortedMap<String, Instant> moments = new TreeMap<>();
        FIELDS.keySet().forEach(field -> moments.put(field, FOR_GOOD));
        return nobody.with(List.of(), moments);
    }

    @JsonIgnore
    public boolean isErased() {
        return FOR_GOOD.equals(changed.get("name"));
    }

    /// This customer as somebody wants them to be who has seen this state: what differs is changed
    /// now.
    public Customer edited(Customer wanted, Instant now) {
        if (isErased()) {
            return this;
        }
        Instant moment = now.truncatedTo(ChronoUnit.MILLIS);
        SortedMap<String, Instant> moments = new TreeMap<>(changed);
        FIELDS.forEach((field, part) -> {
            if (!part.apply(this).equals(part.apply(wanted))) {
                moments.put(field, after(changed.getOrDefault(field, Instant.EPOCH), moment));
            }
        });
        return wanted.with(editedGarage(wanted, moment), moments);
    }

    private static Instant after(Instant seen, Instant moment) {
        return moment.isAfter(seen) ? moment : seen.plusMillis(1);
    }

    /// A motorcycle that is not named stays: whoever wants it gone says so, see
    /// [OwnedMotorcycle#kept].
    private List<OwnedMotorcycle> editedGarage(Customer wanted, Instant moment) {
        SortedMap<UUID, OwnedMotorcycle> bikes = bikes();
        for (OwnedMotorcycle bike : wanted.garage) {
            Optional<OwnedMotorcycle> seen = Optional.ofNullable(bikes.get(bike.bikeId()));
            if (seen.filter(bike::isSameAs).isEmpty()) {
                Instant before = seen.map(OwnedMotorcycle::changedAt).orElse(Instant.EPOCH);
                bikes.put(bike.bikeId(), bike.at(after(before, moment)));
            }
        }
        return List.copyOf(bikes.values());
    }

    /// Both states together. Of what nobody is known to have changed, this one's holds. Two clocks
    /// may show the same moment: then the text decides, the same at every till.
    public Customer merge(Customer other) {
        if (isErased() || other.isErased()) {
            return erased(customerId);
        }
        SortedMap<String, Instant> moments = new TreeMap<>(changed);
        other.changed.forEach(
                (field, at) -> moments.merge(field, at, (a, b) -> a.isBefore(b) ? b : a));
        SortedMap<UUID, OwnedMotorcycle> bikes = bikes();
        other.bikes()
                .forEach((id, bike) ->
                        bikes.merge(
                                id,
                                bike,
                                (mine, theirs) ->
                                        isLater(theirs.changedAt(), theirs, mine.changedAt(), mine)
                                                ? theirs
                                                : mine));
        return new Customer(
                        customerId,
                        newer("kind", other).kind,
                        newer("name", other).name,
                        newer("email", other).email,
                        newer("phone", other).phone,
                        newer("tax_number", other).taxNumber,
                        newer("price_group", other).priceGroup,
                        newer("active", other).active)
                .in(newer("language", other).language, newer("consent", other).consent)
                .with(List.copyOf(bikes.values()), moments);
    }

    private Customer newer(String field, Customer other) {
        Function<Customer, Object> part = Objects.requireNonNull(FIELDS.get(field));
        boolean isOther =
                isLater(
                        other.changed.getOrDefault(field, Instant.EPOCH),
                        part.apply(other),
                        changed.getOrDefault(field, Instant.EPOCH),
                        part.apply(this));
        return isOther ? other : this;
    }

    private static boolean isLater(Instant at, Object value, Instant than, Object thatValue) {
        boolean isTie = at.equals(than) && !at.equals(Instant.EPOCH);
        return isTie ? value.toString().compareTo(thatValue.toString()) > 0 : at.isAfter(than);
    }

    /// Their motorcycles, those taken out left aside.
    public List<OwnedMotorcycle> motorcycles() {
        return garage.stream().filter(OwnedMotorcycle::kept).toList();
    }

    /// With this motorcycle in place of the one with the same id, or beside the others.
    public Customer with(OwnedMotorcycle bike) {
        SortedMap<UUID, OwnedMotorcycle> bikes = bikes();
        bikes.put(bike.bikeId(), bike);
        return with(List.copyOf(bikes.values()), changed);
    }

    /// A new motorcycle for the garage, which [#with] puts there.
    public static OwnedMotorcycle bike(
            UUID bikeId,
            Motorcycle motorcycle,
            Optional<String> vin,
            Optional<String> plate,
            Optional<String> note) {
        return new OwnedMotorcycle(bikeId, motorcycle, vin, plate, note, true, Instant.EPOCH);
    }

    /// The same with a language and a consent.
    public Customer in(Optional<String> otherLanguage, Optional<Consent> otherConsent) {
        return new Customer(
                customerId,
                kind,
                name,
                email,
                phone,
                taxNumber,
                priceGroup,
                active,
                otherLanguage,
                otherConsent,
                garage,
                changed);
    }

    /// The same with another address.
    public Customer withEmail(String otherEmail) {
        return new Customer(
                customerId,
                kind,
                name,
                Optional.of(otherEmail),
                phone,
                taxNumber,
                priceGroup,
                active,
                language,
                consent,
                garage,
                changed);
    }

    private Customer with(List<OwnedMotorcycle> bikes, SortedMap<String, Instant> moments) {
        return new Customer(
                customerId,
                kind,
                name,
                email,
                phone,
                taxNumber,
                priceGroup,
                active,
                language,
                consent,
                bikes,
                moments);
    }

    private SortedMap<UUID, OwnedMotorcycle> bikes() {
        SortedMap<UUID, OwnedMotorcycle> bikes = new TreeMap<>();
        garage.forEach(bike -> bikes.put(bike.bikeId(), bike));
        return bikes;
    }
}
