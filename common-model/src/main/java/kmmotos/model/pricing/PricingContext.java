package kmmotos.model.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import kmmotos.model.stores.Store;
import kmmotos.model.stores.StoreId;

/// Where, when and for whom a basket is priced.
///
/// @param day the business day, by which prices hold
/// @param at what the store's clock shows, by which the hours of promotions go
/// @param language of the receipt, in which promotions are named
/// @param priceGroup the customer's group, if they are known and have one
public record PricingContext(
        StoreId store,
        Currency currency,
        boolean pricesIncludeTax,
        LocalDate day,
        LocalDateTime at,
        Locale language,
        Optional<String> priceGroup) {

    /// At the first moment of the day, for whom the hours do not matter.
    public PricingContext(
            StoreId store,
            Currency currency,
            boolean pricesIncludeTax,
            LocalDate day,
            Optional<String> priceGroup) {
        this(store, currency, pricesIncludeTax, day, day.atStartOfDay(), Locale.ROOT, priceGroup);
    }

    public static PricingContext of(
            Store store, LocalDate day, Instant at, Optional<String> priceGroup) {
        return new PricingContext(
                store.storeId(),
                store.currency(),
                store.pricesIncludeTax(),
                day,
                at.atZone(store.timeZone()).toLocalDateTime(),
                Locale.forLanguageTag(store.language()),
                priceGroup);
    }

    /// At the first moment of the day, for whom the hours do not matter.
    public static PricingContext of(Store store, LocalDate day, Optional<String> priceGroup) {
        return of(store, day, day.atStartOfDay(store.timeZone()).toInstant(), priceGroup);
    }
}
