package kmmotos.model.customers;

import java.util.Optional;
import java.util.UUID;

/// Somebody who buys, known by name.
///
/// @param priceGroup the group whose prices apply, e.g. `workshop`; wholesalers have one
/// @param taxNumber as the country writes it (CPF, CNPJ, NIF ...)
public record Customer(
        UUID customerId,
        Kind kind,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> taxNumber,
        Optional<String> priceGroup,
        boolean active) {

    public enum Kind {
        RETAIL,
        WHOLESALE
    }

    public Customer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a customer has a name");
        }
    }
}
