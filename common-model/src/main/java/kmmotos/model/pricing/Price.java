package kmmotos.model.pricing;

import java.time.LocalDate;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.stores.StoreId;

/// One row of a price list: what a unit costs, and for whom, where, when and from how many on.
///
/// @param minQuantity the tier: the price holds from this quantity of the SKU in the basket on
/// @param group only for customers of this price group; empty means for everybody
/// @param store only in this store; empty means in the whole zone
/// @param from first day it holds
/// @param until last day it holds
public record Price(
        Sku sku,
        UnitPrice amount,
        Quantity minQuantity,
        Optional<String> group,
        Optional<StoreId> store,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {

    public Price {
        if (!minQuantity.isPositive()) {
            throw new IllegalArgumentException("a tier begins above 0, was " + minQuantity);
        }
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a listed price is 0 or more, was " + amount);
        }
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            throw new IllegalArgumentException(
                    "a price's days must run forward, were " + from.get() + " to " + until.get());
        }
    }

    /// The price of one unit for everybody in the zone, without end.
    public static Price of(Sku sku, UnitPrice amount) {
        return new Price(
                sku,
                amount,
                Quantity.ONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    boolean holdsFor(Quantity quantity, PricingContext context) {
        return minQuantity.compareTo(quantity) <= 0
                && (group.isEmpty() || group.equals(context.priceGroup()))
                && store.map(context.store()::equals).orElse(true)
                && from.map(day -> !context.day().isBefore(day)).orElse(true)
                && until.map(day -> !context.day().isAfter(day)).orElse(true);
    }
}
