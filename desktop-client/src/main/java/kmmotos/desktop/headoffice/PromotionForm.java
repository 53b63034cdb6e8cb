package kmmotos.desktop.headoffice;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.Items;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.Schedule;
import kmmotos.model.stores.StoreId;
import org.jspecify.annotations.Nullable;

/// What is typed about a promotion.
///
/// @param items see [ItemsText]; of a bundle its parts
/// @param others what one gets, if it is something else
/// @param off percent with a sign (`10%`), or an amount; of buy and get a percentage
/// @param amount the bundle's price, or what has to be spent
/// @param units how many are bought and how many one gets: `2+1`
/// @param hours `18:00-21:00`, or nothing
/// @param shops codes of stores with commas between, or nothing
/// @param zones price zones in the same way
/// @param group a price group, or nothing
public record PromotionForm(
        String name,
        Kind kind,
        String items,
        String others,
        String off,
        String amount,
        String units,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Set<DayOfWeek> weekdays,
        String hours,
        String shops,
        String zones,
        String group,
        boolean combinable) {

    private static final Pattern UNITS = Pattern.compile("(\\d{1,2})\\s*\\+\\s*(\\d{1,2})");

    /// The kinds of promotions, as one chooses them.
    public enum Kind {
        OFF,
        BUY_GET,
        BUNDLE,
        THRESHOLD;

        static Kind of(Deal deal) {
            return switch (deal) {
                case Deal.Off _ -> OFF;
                case Deal.BuyGet _ -> BUY_GET;
                case Deal.Bundle _ -> BUNDLE;
                case Deal.Threshold _ -> THRESHOLD;
            };
        }
    }

    static final PromotionForm EMPTY =
            new PromotionForm(
                    "", Kind.OFF, "", "", "", "", "", null, null, Set.of(), "", "", "", "", true);

    public PromotionForm {
        weekdays = Set.copyOf(weekdays);
    }

    /// A promotion as one would type it.
    static PromotionForm of(Promotion promotion, Workplace workplace) {
        var deal = promotion.deal();
        var formats = workplace.formats();
        var schedule = promotion.schedule();
        return new PromotionForm(
                promotion.names().in(workplace.texts().locale()),
                Kind.of(deal),
                switch (deal) {
                    case Deal.Off off -> ItemsText.of(off.items());
                    case Deal.BuyGet get -> ItemsText.of(get.buy());
                    case Deal.Bundle bundle -> ItemsText.of(bundle.parts());
                    case Deal.Threshold threshold -> ItemsText.of(threshold.items());
                },
                deal instanceof Deal.BuyGet get ? get.get().map(ItemsText::of).orElse("") : "",
                switch (deal) {
                    case Deal.Off off -> text(off.discount(), workplace);
                    case Deal.BuyGet get -> formats.percent(get.percent());
                    case Deal.Bundle _ -> "";
                    case Deal.Threshold threshold -> text(threshold.discount(), workplace);
                },
                switch (deal) {
                    case Deal.Bundle bundle -> formats.amount(bundle.price());
                    case Deal.Threshold threshold -> formats.amount(threshold.spend());
                    case Deal.Off _, Deal.BuyGet _ -> "";
                },
                deal instanceof Deal.BuyGet get ? get.buyUnits() + "+" + get.getUnits() : "",
                schedule.from().orElse(null),
                schedule.until().orElse(null),
                schedule.weekdays(),
                schedule.hours().map(hours -> hours.from() + "-" + hours.until()).orElse(""),
                promotion.stores().stream().map(StoreId::value).collect(Collectors.joining(", ")),
                String.join(", ", promotion.zones()),
                promotion.group().orElse(""),
                promotion.combinable());
    }

    private static String text(Discount discount, Workplace workplace) {
        return switch (discount) {
            case Discount.PercentOff(BigDecimal percent) -> workplace.formats().percent(percent);
            case Discount.AmountOff(Money amount) -> workplace.formats().amount(amount);
        };
    }

    /// The deal, if what its kind needs was typed.
    Optional<Deal> deal(Workplace workplace) {
        try {
            return switch (kind) {
                case OFF ->
                        ItemsText.items(items)
                                .flatMap(some ->
                                        discount(workplace).map(off -> new Deal.Off(some, off)));
                case BUY_GET -> ItemsText.items(items).flatMap(some -> buyGet(some, workplace));
                case BUNDLE ->
                        money(amount, workplace)
                                .map(price -> new Deal.Bundle(ItemsText.parts(items), price));
                case THRESHOLD ->
                        ItemsText.items(items).flatMap(some -> threshold(some, workplace));
            };
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private Optional<Deal> buyGet(Items buy, Workplace workplace) {
        var matcher = UNITS.matcher(units.strip());
        boolean isUnknown = !others.isBlank() && ItemsText.items(others).isEmpty();
        if (!matcher.matches() || isUnknown) {
            return Optional.empty();
        }
        return discount(workplace)
                .filter(Discount.PercentOff.class::isInstance)
                .map(Discount.PercentOff.class::cast)
                .map(off ->
                        new Deal.BuyGet(
                                buy,
                                Integer.parseInt(matcher.group(1)),
                                ItemsText.items(others),
                                Integer.parseInt(matcher.group(2)),
                                off.percent()));
    }

    private Optional<Deal> threshold(Items some, Workplace workplace) {
        return money(amount, workplace)
                .flatMap(spend ->
                        discount(workplace).map(off -> new Deal.Threshold(some, spend, off)));
    }

    private Optional<Discount> discount(Workplace workplace) {
        return discount(off, workplace);
    }

    /// A discount as it is typed: `10%`, or an amount. Empty if it is neither.
    static Optional<Discount> discount(String typed, Workplace workplace) {
        String words = typed.strip();
        try {
            return words.endsWith("%")
                    ? workplace
                            .typedNumbers()
                            .decimal(words.substring(0, words.length() - 1).strip())
                            .map(percent -> new Discount.PercentOff(cents(percent)))
                    : money(words, workplace).map(Discount.AmountOff::new);
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static BigDecimal cents(BigDecimal percent) {
        return new BigDecimal(percent.setScale(2).stripTrailingZeros().toPlainString());
    }

    static Optional<Money> money(String typed, Workplace workplace) {
        return workplace
                .typedNumbers()
                .money(typed, workplace.store().currency())
                .filter(Money::isPositive);
    }

    /// When it holds, if the days and hours can be.
    Optional<Schedule> schedule() {
        try {
            return Optional.of(
                    new Schedule(
                            Optional.ofNullable(from),
                            Optional.ofNullable(until),
                            weekdays,
                            ofHours()));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<Schedule.Hours> ofHours() {
        if (hours.isBlank()) {
            return Optional.empty();
        }
        List<String> times = ItemsText.words(hours, "[-–]");
        if (times.size() != 2) {
            throw new IllegalArgumentException("hours are like 18:00-21:00, were " + hours);
        }
        return Optional.of(
                new Schedule.Hours(
                        LocalTime.parse(times.getFirst()), LocalTime.parse(times.getLast())));
    }

    /// The stores that are named, if they can be.
    Optional<Set<StoreId>> stores() {
        try {
            return Optional.of(
                    ItemsText.words(shops, ",").stream()
                            .map(code -> new StoreId(code.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
