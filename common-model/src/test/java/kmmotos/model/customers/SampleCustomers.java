package kmmotos.model.customers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.fitment.Motorcycle;

/// Motorcyclists and a workshop.
public final class SampleCustomers {

    public static final Instant MOMENT = Instant.parse("2026-11-21T13:00:00Z");

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

    /// A rider with a motorcycle in the garage, who said yes to letters in English.
    public static final Customer GARAGE_OWNER =
            RIDER.edited(
                    RIDER.in(Optional.of("en"), Optional.of(new Consent(true, MOMENT)))
                            .with(
                                    Customer.bike(
                                            UUID.fromString("01890000-0000-7000-8000-000000000301"),
                                            new Motorcycle("Honda", "CG 160", 2019),
                                            Optional.of("9C2KC2200KR000001"),
                                            Optional.of("BRA2E19"),
                                            Optional.empty())),
                    MOMENT);

    private SampleCustomers() {}
}
