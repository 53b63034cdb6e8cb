package kmmotos.desktop.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.fitment.BikeFound;
import kmmotos.model.customers.Customer;
import kmmotos.model.leases.AccountBalance;
import kmmotos.model.sales.Sale;

/// What a till knows of customers, and where it writes down what it changes. Called away from the
/// window's thread.
public interface CustomerBook {

    /// A customer's account.
    ///
    /// @param told by the server just now; empty if it can't be asked, or they have none
    /// @param isAsked whether the server answered
    record Account(Optional<AccountBalance> told, boolean isAsked) {}

    /// Writes down a customer as they are after a change.
    Customer save(Customer customer, UUID staffId);

    /// Somebody else with the same telephone, e-mail or tax number.
    Optional<Customer> similar(Customer customer);

    /// Newest first, of this till.
    List<Sale> purchases(UUID customerId, int limit);

    Account account(UUID customerId);

    /// The groups that the price list knows.
    List<String> priceGroups();

    /// What motorcycle is meant by a VIN, or by make, model and year.
    List<BikeFound> bikes(String typed);
}
