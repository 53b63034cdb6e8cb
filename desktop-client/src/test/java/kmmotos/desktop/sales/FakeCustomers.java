package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.customers.CustomerBook;
import kmmotos.desktop.fitment.BikeFound;
import kmmotos.model.customers.Customer;
import kmmotos.model.fitment.Vin;
import kmmotos.model.sales.Sale;
import kmmotos.model.sync.Event;

/// The customers of [FakeBooks], written down in its journal.
public final class FakeCustomers implements CustomerBook {
    public Account account = new Account(Optional.empty(), false);
    private final FakeBooks books;
    private final FakeParts parts;

    FakeCustomers(FakeBooks books, FakeParts parts) {
        this.books = books;
        this.parts = parts;
    }

    @Override
    public Customer save(Customer customer, UUID staffId) {
        books.record(new Event.CustomerChanged(customer, staffId));
        return customer;
    }

    @Override
    public Optional<Customer> similar(Customer customer) {
        return books.customers.values().stream()
                .filter(other -> !other.customerId().equals(customer.customerId()))
                .filter(other ->
                        other.email().isPresent() && other.email().equals(customer.email()))
                .findFirst();
    }

    @Override
    public List<Sale> purchases(UUID customerId, int limit) {
        return books.sales.reversed().stream()
                .filter(sale -> sale.customerId().equals(Optional.of(customerId)))
                .toList();
    }

    @Override
    public Account account(UUID customerId) {
        return account;
    }

    @Override
    public List<String> priceGroups() {
        return List.of("workshop");
    }

    @Override
    public List<BikeFound> bikes(String typed) {
        return parts.bikes(typed, 10).bikes().stream()
                .map(bike -> new BikeFound(bike, Vin.find(typed)))
                .toList();
    }
}
