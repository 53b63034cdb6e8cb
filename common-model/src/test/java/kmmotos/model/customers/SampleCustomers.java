package kmmotos.model.customers;

import java.util.Optional;
import java.util.UUID;

/// A motorcyclist and a workshop.
public final class SampleCustomers {

    public static final Customer RIDER =
            new Customer(
                    UUID.fromString("01890000-0000-7000-8000-000000000201"),
                    Customer.Kind.RETAIL,
                    "João Smith",
                    Optional.of("joao@example.com"),
                    Optional.of("+55 11 91234-5678"),
                    Optional.empty(),
                    Optional.empty(),
                    true);

    public static final Customer WORKSHOP =
            new Customer(
                    UUID.fromString("01890000-0000-7000-8000-000000000202"),
                    Customer.Kind.WHOLESALE,
                    "Oficina do Zé",
                    Optional.of("ze@example.com"),
                    Optional.empty(),
                    Optional.of("11.222.333/0001-81"),
                    Optional.of("workshop"),
                    true);

    private SampleCustomers() {}
}
