package kmmotos.model.stores;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// One shop of the chain.
///
/// @param zone the price zone whose price list it sells by
/// @param taxPlace the place whose tax rates apply, e.g. `BR-SP` (ISO 3166-2)
/// @param language BCP 47 tag of receipts
/// @param pricesIncludeTax whether the prices of its zone already hold the tax
/// @param taxNumber the seller's registration number, without its label
/// @param deposits what it asks of customers who order; the usual if absent
public record Store(
        StoreId storeId,
        String name,
        String zone,
        ZoneId timeZone,
        Currency currency,
        String taxPlace,
        String language,
        boolean pricesIncludeTax,
        List<String> address,
        String taxNumber,
        Optional<DepositRules> deposits) {

    public Store {
        address = List.copyOf(address);
    }

    public Store(
            StoreId storeId,
            String name,
            String zone,
            ZoneId timeZone,
            Currency currency,
            String taxPlace,
            String language,
            boolean pricesIncludeTax,
            List<String> address,
            String taxNumber) {
        this(
                storeId,
                name,
                zone,
                timeZone,
                currency,
                taxPlace,
                language,
                pricesIncludeTax,
                address,
                taxNumber,
                Optional.empty());
    }

    public DepositRules depositRules() {
        return deposits.orElse(DepositRules.USUAL);
    }

    /// The calendar day it is in this store. A sale's business day is its shift's, not this.
    public LocalDate dayAt(Instant instant) {
        return instant.atZone(timeZone).toLocalDate();
    }
}
