package kmmotos.model.pricing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import kmmotos.model.money.Money;

/// What a promotion gives, and for what.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Deal.Off.class, name = "off"),
    @JsonSubTypes.Type(value = Deal.BuyGet.class, name = "buy_get"),
    @JsonSubTypes.Type(value = Deal.Bundle.class, name = "bundle"),
    @JsonSubTypes.Type(value = Deal.Threshold.class, name = "threshold")
})
public sealed interface Deal {

    int MAX_UNITS = 99;
    int MAX_PARTS = 10;
    int MAX_DECIMALS = 2;

    /// So much off the items: a percentage, or an amount off each whole unit.
    record Off(Items items, Discount discount) implements Deal {

        public Off {
            check(discount);
        }
    }

    /// Buy some, get some at a percentage off, as often as it fits. Without other items to get, the
    /// cheapest of those that are taken together are the ones one gets.
    ///
    /// @param get what one gets; absent means the same items
    /// @param percent more than 0; 100 is free
    record BuyGet(Items buy, int buyUnits, Optional<Items> get, int getUnits, BigDecimal percent)
            implements Deal {

        public BuyGet {
            checkUnits(buyUnits);
            checkUnits(getUnits);
            check(new Discount.PercentOff(percent));
        }
    }

    /// Some of each of the parts for one price, as often as it fits and is cheaper.
    record Bundle(List<Part> parts, Money price) implements Deal {

        public Bundle {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.size() > MAX_PARTS) {
                throw new IllegalArgumentException(
                        "a bundle has 1 to %d parts, had %d".formatted(MAX_PARTS, parts.size()));
            }
            if (price.isNegative()) {
                throw new IllegalArgumentException("a bundle's price is 0 or more, was " + price);
            }
        }
    }

    /// Any of the items, so many of them.
    record Part(Items items, int units) {

        public Part {
            checkUnits(units);
        }
    }

    /// Who buys of the items for so much gets a discount on them, once.
    ///
    /// @param discount a percentage off them all, or an amount that is not above `spend`
    record Threshold(Items items, Money spend, Discount discount) implements Deal {

        public Threshold {
            check(discount);
            if (!spend.isPositive()) {
                throw new IllegalArgumentException("a threshold is more than 0, was " + spend);
            }
            if (discount instanceof Discount.AmountOff(Money off) && off.compareTo(spend) > 0) {
                throw new IllegalArgumentException(
                        "what is taken off is at most the threshold, was %s of %s"
                                .formatted(off, spend));
            }
        }
    }

    /// The only currency in which the deal means something, if it names an amount.
    default Optional<Currency> currency() {
        return switch (this) {
            case Off(_, Discount.AmountOff(Money off)) -> Optional.of(off.currency());
            case Bundle(_, Money price) -> Optional.of(price.currency());
            case Threshold(_, Money spend, _) -> Optional.of(spend.currency());
            case Off _, BuyGet _ -> Optional.empty();
        };
    }

    /// All that it is about.
    default List<Items> allItems() {
        return switch (this) {
            case Off(Items items, _) -> List.of(items);
            case Threshold(Items items, _, _) -> List.of(items);
            case Bundle(List<Part> parts, _) -> parts.stream().map(Part::items).toList();
            case BuyGet deal ->
                    deal.get().map(get -> List.of(deal.buy(), get)).orElse(List.of(deal.buy()));
        };
    }

    private static void check(Discount discount) {
        if (discount instanceof Discount.PercentOff(BigDecimal percent)
                && percent.stripTrailingZeros().scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    "percent has at most %d decimals, was %s".formatted(MAX_DECIMALS, percent));
        }
    }

    private static void checkUnits(int units) {
        if (units < 1 || units > MAX_UNITS) {
            throw new IllegalArgumentException(
                    "1 to %d units make a deal, were %d".formatted(MAX_UNITS, units));
        }
    }
}
