package kmmotos.installers.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.OwnedMotorcycle;
import kmmotos.model.fitment.Motorcycle;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.staff.Role;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;

/// The people and places of the sample chain. Names, numbers and addresses are made up.
public final class SampleChain {
    public static final String ZONE = "BR";
    public static final String WHOLESALE_GROUP = "wholesale";
    public static final Currency CURRENCY = Currency.getInstance("BRL");

    private SampleChain() {}

    /// Somebody with a PIN; docs/demo.md lists them.
    public record SampleStaff(UUID staffId, String name, Role role, String pin, Set<StoreId> at) {}

    public static List<Store> stores() {
        return List.of(
                store(
                        "S1",
                        "KM Motos Centro",
                        "BR-SP",
                        "0001-81",
                        "Rua das Oficinas, 100",
                        "São Paulo - SP"),
                store(
                        "S2",
                        "KM Motos Campinas",
                        "BR-SP",
                        "0002-62",
                        "Avenida do Trilho, 250",
                        "Campinas - SP"),
                store(
                        "S3",
                        "KM Motos Tijuca",
                        "BR-RJ",
                        "0003-43",
                        "Rua do Motor, 77",
                        "Rio de Janeiro - RJ"));
    }

    public static List<SampleStaff> staff() {
        return List.of(
                staff(1, "Ana Souza", Role.CASHIER, "1111", "S1"),
                staff(2, "Bruno Lima", Role.SUPERVISOR, "2222", "S1"),
                staff(3, "Carla Mendes", Role.CASHIER, "3333", "S2"),
                staff(4, "Diego Rocha", Role.CASHIER, "4444", "S3"),
                staff(5, "Elisa Prado", Role.MANAGER, "5555", "S1", "S2", "S3"),
                staff(6, "Fernando Reis", Role.HEAD_OFFICE, "9999"));
    }

    public static List<Customer> customers() {
        return List.of(
                customer(
                        1,
                        Customer.Kind.WHOLESALE,
                        "Oficina Dois Tempos Ltda",
                        "99.888.777/0001-00",
                        WHOLESALE_GROUP),
                customer(
                        2,
                        Customer.Kind.WHOLESALE,
                        "Moto Entregas Rápidas ME",
                        "11.222.333/0009-01",
                        WHOLESALE_GROUP),
                customer(3, Customer.Kind.RETAIL, "Maria Aparecida Nunes", "111.444.777-35", null)
                        .with(bike(1, new Motorcycle("Honda", "CB500X", 2019), "BRA2E19")),
                customer(4, Customer.Kind.RETAIL, "João Pedro Alves", "123.456.789-09", null)
                        .with(bike(2, new Motorcycle("Yamaha", "MTN690", 2021), "QTR4A56"))
                        .with(bike(3, new Motorcycle("Honda", "PCX", 2016), "FGH1C23")));
    }

    private static OwnedMotorcycle bike(int n, Motorcycle motorcycle, String plate) {
        return Customer.bike(
                id("b", n), motorcycle, Optional.empty(), Optional.of(plate), Optional.empty());
    }

    public static List<Coupon> coupons() {
        return List.of(
                coupon("MOTO10", "10", Optional.empty()), coupon("PRIMEIRA", "15", Optional.of(1)));
    }

    /// Illustrative rates: what the first shop takes beside reais.
    public static ForeignRates foreignCash() {
        return new ForeignRates(
                stores().getFirst().storeId(), List.of(rate("USD", "5.40"), rate("ARS", "0.0058")));
    }

    private static ForeignRates.Rate rate(String currency, String rate) {
        return new ForeignRates.Rate(
                Currency.getInstance(currency), new BigDecimal(rate), LocalDate.of(2020, 1, 1));
    }

    /// Illustrative rates: the tax that prices of parts already hold, by state.
    public static List<TaxRules> taxes() {
        return List.of(tax("BR-SP", "18"), tax("BR-RJ", "20"));
    }

    private static TaxRules tax(String place, String percent) {
        return new TaxRules(
                place,
                List.of(
                        new TaxRules.Rate(
                                "standard", new BigDecimal(percent), LocalDate.of(2020, 1, 1))));
    }

    private static Coupon coupon(String code, String percent, Optional<Integer> uses) {
        return new Coupon(
                code,
                new Discount.PercentOff(new BigDecimal(percent)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                uses,
                true);
    }

    private static Store store(
            String id, String name, String taxPlace, String branch, String street, String city) {
        return new Store(
                new StoreId(id),
                name,
                ZONE,
                ZoneId.of("America/Sao_Paulo"),
                CURRENCY,
                taxPlace,
                "pt-BR",
                true,
                List.of(street, city),
                "11.222.333/" + branch);
    }

    private static SampleStaff staff(int n, String name, Role role, String pin, String... at) {
        Set<StoreId> stores =
                java.util.Arrays.stream(at)
                        .map(StoreId::new)
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
        return new SampleStaff(id("5", n), name, role, pin, stores);
    }

    private static Customer customer(
            int n,
            Customer.Kind kind,
            String name,
            String taxNumber,
            @org.jspecify.annotations.Nullable String group) {
        return new Customer(
                id("c", n),
                kind,
                name,
                Optional.of("customer" + n + "@example.com"),
                Optional.empty(),
                Optional.of(taxNumber),
                Optional.ofNullable(group),
                true);
    }

    /// Version 8 UUIDs (RFC 9562: for makers' own use), the same on every machine.
    private static UUID id(String kind, int n) {
        return UUID.fromString("00000000-0000-8000-800" + kind + "-%012d".formatted(n));
    }
}
