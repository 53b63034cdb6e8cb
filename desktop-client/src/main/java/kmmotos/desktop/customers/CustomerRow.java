package kmmotos.desktop.customers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.customers.Customer;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer")
class CustomerRow {
    @Id UUID customerId;
    String name;
    boolean active;
    String body;
    boolean ahead;
    @Nullable String told;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    CustomerRow() {}

    /// As the server told it.
    CustomerRow(Customer customer) {
        customerId = customer.customerId();
        name = customer.name();
        active = customer.active();
        body = JsonText.write(customer);
    }

    /// What the server told, and a till of the shop knows more.
    CustomerRow(Customer customer, Optional<Customer> told) {
        this(customer);
        ahead = !told.equals(Optional.of(customer));
        this.told = ahead ? told.map(JsonText::write).orElse(null) : null;
    }

    Customer toCustomer() {
        return JsonText.read(body, Customer.class);
    }

    /// The server's last word.
    Optional<Customer> toTold() {
        return Optional.ofNullable(ahead ? told : body)
                .map(text -> JsonText.read(text, Customer.class));
    }
}
