package kmmotos.desktop.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.customers.Consent;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.OwnedMotorcycle;

/// A customer as typed into the form.
///
/// @param priceGroup empty for the usual prices
/// @param language BCP 47 tag; empty for the shop's
/// @param consent empty while they were not asked
record CustomerDraft(
        String name,
        String phone,
        String email,
        String taxNumber,
        String priceGroup,
        String language,
        Optional<Boolean> consent) {

    static CustomerDraft named(String name) {
        return new CustomerDraft(name, "", "", "", "", "", Optional.empty());
    }

    static CustomerDraft of(Customer customer) {
        return new CustomerDraft(
                customer.name(),
                customer.phone().orElse(""),
                customer.email().orElse(""),
                customer.taxNumber().orElse(""),
                customer.priceGroup().orElse(""),
                customer.language().orElse(""),
                customer.consent().map(Consent::given));
    }

    /// Whether telephone, e-mail and tax number are the same.
    boolean isReachedAs(CustomerDraft other) {
        return phone.equals(other.phone)
                && email.equals(other.email)
                && taxNumber.equals(other.taxNumber);
    }

    /// The customer that is wanted; what the form does not show is kept.
    Customer of(Optional<Customer> known, UUID freshId, List<OwnedMotorcycle> garage, Instant now) {
        Optional<Consent> before = known.flatMap(Customer::consent);
        boolean isSame = before.map(Consent::given).equals(consent);
        var customer =
                new Customer(
                                known.map(Customer::customerId).orElse(freshId),
                                known.map(Customer::kind).orElse(Customer.Kind.RETAIL),
                                name.strip(),
                                given(email),
                                given(phone),
                                given(taxNumber),
                                given(priceGroup),
                                true)
                        .in(
                                given(language),
                                isSame ? before : consent.map(given -> new Consent(given, now)));
        for (var bike : garage) {
            customer = customer.with(bike);
        }
        return customer;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
