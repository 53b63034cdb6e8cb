package kmmotos.server.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer")
@SuppressWarnings("NullAway.Init")
class CustomerRow {

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
    }

    Customer toCustomer() {
        return new Customer(
                customerId,
                Customer.Kind.valueOf(kind),
                name,
                Optional.ofNullable(email),
                Optional.ofNullable(phone),
                Optional.ofNullable(taxNumber),
                Optional.ofNullable(priceGroup),
                active);
    }
}
