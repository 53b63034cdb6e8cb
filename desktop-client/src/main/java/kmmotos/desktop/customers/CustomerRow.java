package kmmotos.desktop.customers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import kmmotos.desktop.storage.JsonText;
import kmmotos.model.customers.Customer;

@Entity
@Table(name = "customer")
class CustomerRow {
    @Id UUID customerId;
    String name;
    boolean active;
    String body;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    CustomerRow() {}

    CustomerRow(Customer customer) {
        customerId = customer.customerId();
        name = customer.name();
        active = customer.active();
        body = JsonText.write(customer);
    }

    Customer toCustomer() {
        return JsonText.read(body, Customer.class);
    }
}
