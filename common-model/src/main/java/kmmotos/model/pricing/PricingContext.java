package kmmotos.model.pricing;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;

/// Where, when and for whom a basket is priced.
///
/// @param priceGroup the customer's group, if they are known and have one
public record PricingContext(
        StoreId store,
        Currency currency,
        boolean pricesIncludeTax,
        LocalDate day,
        Optional<String> priceGroup) {

    public static PricingContext of(Store store, LocalDate day, Optional<String> priceGroup) {
        return new PricingContext(
                store.storeId(), store.currency(), store.pricesIncludeTax(), day, priceGroup);
    }
}
