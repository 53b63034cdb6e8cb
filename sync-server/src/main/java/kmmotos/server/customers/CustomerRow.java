package kmmotos.server.customers;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.model.customers.Consent;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.OwnedMotorcycle;
import kmmotos.model.sync.Json;
import kmmotos.server.storage.StorageFailed;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer")
@SuppressWarnings("NullAway.Init")
class CustomerRow {

    /// What is kept as the model writes it.
    private record Parts(List<OwnedMotorcycle> garage, TreeMap<String, Instant> changed) {}

    @Id
    @Column(name = "customer_id")
    private UUID customerId;

    private String kind;
    private String name;
    private @Nullable String email;
    private @Nullable String phone;

    @Column(name = "tax_number")
    private @Nullable String taxNumber;

    @Column(name = "price_group")
    private @Nullable String priceGroup;

    private boolean active;
    private @Nullable String language;

    @Column(name = "consent_given")
    private @Nullable Boolean consentGiven;

    @Column(name = "consent_at")
    private @Nullable Instant consentAt;

    private String garage;
    private String changed;

    protected CustomerRow() {}

    CustomerRow(Customer customer) {
        customerId = customer.customerId();
        kind = customer.kind().name();
        name = customer.name();
        email = customer.email().orElse(null);
        phone = customer.phone().orElse(null);
        taxNumber = customer.taxNumber().orElse(null);
        priceGroup = customer.priceGroup().orElse(null);
        active = customer.active();
        language = customer.language().orElse(null);
        consentGiven = customer.consent().map(Consent::given).orElse(null);
        consentAt = customer.consent().map(Consent::at).orElse(null);
        garage = json(customer.garage());
        changed = json(customer.changed());
    }

    Customer toCustomer() {
        Parts parts = parts();
        Optional<Consent> consent =
                Optional.ofNullable(consentAt)
                        .map(at -> new Consent(Boolean.TRUE.equals(consentGiven), at));
        return new Customer(
                customerId,
                Customer.Kind.valueOf(kind),
                name,
                Optional.ofNullable(email),
                Optional.ofNullable(phone),
                Optional.ofNullable(taxNumber),
                Optional.ofNullable(priceGroup),
                active,
                Optional.ofNullable(language),
                consent,
                parts.garage(),
                parts.changed());
    }

    private Parts parts() {
        try {
            return Json.MAPPER.readValue(
                    "{\"garage\":%s,\"changed\":%s}".formatted(garage, changed), Parts.class);
        } catch (JsonProcessingException e) {
            throw new StorageFailed("the garage of " + customerId + " can't be read", e);
        }
    }

    private static String json(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for " + value, e);
        }
    }
}
