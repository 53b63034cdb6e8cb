package kmmotos.model.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;

/// Prices baskets: the only place where a price is computed, for the till, the online shop and head
/// office alike.
///
/// 1. **Unit price.** Of the rows that hold for the quantity, the customer's group, the store and
///    the day: if any names the store, only those count; among them the lowest wins. A line's own
///    price replaces all that. The quantity is that of the SKU over all list-priced lines, so
///    splitting a line does not lose a tier.
/// 2. **Line.** Unit price times quantity, rounded once.
/// 3. **Promotions.** Those that save the customer most, see [PromotionMix]. What each saves is
///    rounded once and shared out over the units that took part in it.
/// 4. **Line discount**, given by hand.
/// 5. **Basket.** The basket's discount, then each coupon in the order of their codes, is taken off
///    the sum of the lines above 0, rounded once, and shared out over them by largest remainder.
///    What took part in a promotion on top of which nothing may come is left out. Equal remainders
///    go by SKU, not by the order of scanning, so that this order never changes a cent.
/// 6. **Kits.** What a kit costs is shared out over its parts, see [KitShares].
/// 7. **Tax.** Per line, of a kit per part, rounded once: inside the total where prices include
///    tax, else added to it.
public final class PricingEngine {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Prices prices;
    private final TaxRules taxes;
    private final Promotions promotions;

    public PricingEngine(Prices prices, TaxRules taxes) {
        this(prices, taxes, Promotions.NONE);
    }

    public PricingEngine(Prices prices, TaxRules taxes, Promotions promotions) {
        this.prices = prices;
        this.taxes = taxes;
        this.promotions = promotions;
    }

    /// What one unit costs when this many are bought; empty if the SKU has no price here and now.
    public Optional<Quote> quote(Sku sku, Quantity quantity, PricingContext context) {
        List<Price> rows = prices.of(sku);
        return best(rows, quantity, context)
                .map(price ->
                        new Quote(
                                listPrice(rows, context).orElse(price.amount()),
                                price.amount(),
                                PriceReason.of(price)));
    }

    /// The SKUs of the basket that have neither a list price nor one of their own.
    public List<Sku> unpriced(Basket basket, PricingContext context) {
        return basket.lines().stream()
                .filter(line -> line.ownPrice().isEmpty())
                .map(BasketLine::sku)
                .distinct()
                .filter(sku -> quote(sku, basket.listPricedUnits(sku), context).isEmpty())
                .toList();
    }

    /// @throws IllegalArgumentException if a line has no price, see [#unpriced]
    public PricedBasket price(Basket basket, PricingContext context) {
        List<Draft> drafts =
                new ArrayList<>(
                        basket.lines().stream().map(line -> draft(line, basket, context)).toList());
        promote(drafts, context);
        drafts.forEach(Draft::discount);
        basket.discount()
                .ifPresent(discount ->
                        share(
                                drafts,
                                discount,
                                Adjustment.Kind.BASKET_DISCOUNT,
                                label(discount),
                                context));
        basket.coupons().stream()
                .sorted(Comparator.comparing(Coupon::code))
                .forEach(coupon ->
                        share(
                                drafts,
                                coupon.discount(),
                                Adjustment.Kind.COUPON,
                                coupon.code(),
                                context));
        return PricedBasket.of(
                drafts.stream().map(draft -> draft.priced(this, context)).toList(),
                context.currency());
    }

    private static Optional<Price> best(
            List<Price> rows, Quantity quantity, PricingContext context) {
        List<Price> holding =
                rows.stream().filter(price -> price.holdsFor(quantity, context)).toList();
        List<Price> ofStore = holding.stream().filter(price -> price.store().isPresent()).toList();
        return (ofStore.isEmpty() ? holding : ofStore)
                .stream()
                        .min(Comparator.comparing(Price::amount).thenComparing(Price::minQuantity));
    }

    private static Optional<UnitPrice> listPrice(List<Price> rows, PricingContext context) {
        PricingContext anybody =
                new PricingContext(
                        context.store(),
                        context.currency(),
                        context.pricesIncludeTax(),
                        context.day(),
                        context.at(),
                        context.language(),
                        Optional.empty());
        List<Price> undated =
                rows.stream().filter(row -> row.from().isEmpty() && row.until().isEmpty()).toList();
        return best(undated, Quantity.ONE, anybody).map(Price::amount);
    }

    private Draft draft(BasketLine line, Basket basket, PricingContext context) {
        Optional<Quote> listed =
                quote(
                        line.sku(),
                        line.ownPrice().isPresent()
                                ? line.quantity().abs()
                                : basket.listPricedUnits(line.sku()),
                        context);
        Quote quote =
                line.ownPrice()
                        .map(own ->
                                new Quote(
                                        listed.map(Quote::list).orElse(own), own, PriceReason.OWN))
                        .or(() -> listed)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "no price for " + line.sku() + " on " + context.day()));
        return new Draft(line, quote);
    }

    private void promote(List<Draft> drafts, PricingContext context) {
        List<Draft> ordered = drafts.stream().sorted(Draft.WHATEVER_THE_SCAN_ORDER).toList();
        List<PromotionMix.Priced> lines =
                ordered.stream()
                        .map(draft -> new PromotionMix.Priced(draft.line, draft.quote.unit()))
                        .toList();
        PromotionMix.of(lines, promotions, context).forEach(won -> share(ordered, won, context));
    }

    private static void share(List<Draft> drafts, PromotionMix.Won won, PricingContext context) {
        String label = won.promotion().names().in(context.language());
        Currency currency = context.currency();
        List<Map.Entry<Integer, BigDecimal>> parts = List.copyOf(won.parts().entrySet());
        List<Money> shares =
                rounded(won.saved(), currency)
                        .allocate(parts.stream().map(part -> weight(part.getValue())).toList());
        for (int i = 0; i < shares.size(); i++) {
            Draft draft = drafts.get(parts.get(i).getKey());
            Money value = rounded(parts.get(i).getValue(), currency);
            draft.promote(won.promotion(), label, shares.get(i), value);
        }
    }

    /// What so many cost that are bought alone; 0 if they have no price.
    private BigDecimal alone(Sku sku, Quantity quantity, PricingContext context) {
        return quote(sku, quantity, context)
                .map(quote -> quote.unit().amount().multiply(quantity.decimal()))
                .orElse(BigDecimal.ZERO);
    }

    /// @param line with its amount before tax, which may be in it
    private PricedLine taxed(PricedLine line, String taxCategory, PricingContext context) {
        BigDecimal percent = taxes.percentFor(taxCategory, context.day());
        Money amount = line.total();
        Money tax =
                context.pricesIncludeTax()
                        ? amount.part(percent, HUNDRED.add(percent))
                        : amount.part(percent, HUNDRED);
        Money net = context.pricesIncludeTax() ? amount.minus(tax) : amount;
        return line.taxed(percent, net, tax);
    }

    private static long weight(BigDecimal value) {
        return value.movePointRight(PromotionMix.DECIMALS).longValueExact();
    }

    private static Money rounded(BigDecimal amount, Currency currency) {
        return new UnitPrice(amount, currency).times(Quantity.ONE);
    }

    private static void share(
            List<Draft> drafts,
            Discount discount,
            Adjustment.Kind kind,
            String label,
            PricingContext context) {
        List<Draft> sharing =
                drafts.stream()
                        .filter(draft -> draft.open().isPositive())
                        .sorted(Draft.WHATEVER_THE_SCAN_ORDER)
                        .toList();
        if (sharing.isEmpty()) {
            return;
        }
        List<Money> amounts = sharing.stream().map(Draft::open).toList();
        List<Money> shares =
                discount.from(Money.sum(amounts, context.currency()))
                        .allocate(amounts.stream().map(Money::minor).toList());
        IntStream.range(0, sharing.size())
                .forEach(i -> sharing.get(i).adjust(kind, label, shares.get(i)));
    }

    private static String label(Discount discount) {
        return switch (discount) {
            case Discount.PercentOff(BigDecimal percent) -> percent.toPlainString() + "%";
            case Discount.AmountOff(Money amount) -> amount.toString();
        };
    }

    /// A line while it is being priced.
    private static final class Draft {

        private static final Comparator<Draft> WHATEVER_THE_SCAN_ORDER =
                Comparator.comparing((Draft draft) -> draft.line.sku())
                        .thenComparing(draft -> draft.quote.unit())
                        .thenComparing(draft -> draft.line.quantity())
                        .thenComparing(draft -> draft.amount);

        private final BasketLine line;
        private final Quote quote;
        private final Money gross;
        private final List<Adjustment> adjustments = new ArrayList<>();
        private Money amount;
        private Money closed;

        Draft(BasketLine line, Quote quote) {
            this.line = line;
            this.quote = quote;
            this.gross = quote.unit().times(line.quantity());
            this.amount = gross;
            this.closed = Money.zero(gross.currency());
        }

        /// @param value of the units that took part
        void promote(Promotion promotion, String label, Money off, Money value) {
            Money most = off.compareTo(amount) < 0 ? off : amount;
            adjust(Adjustment.Kind.PROMOTION, label, most);
            if (!promotion.combinable()) {
                closed = closed.plus(value.minus(most));
            }
        }

        void discount() {
            line.discount()
                    .ifPresent(discount ->
                            adjust(
                                    Adjustment.Kind.LINE_DISCOUNT,
                                    label(discount),
                                    discount.from(amount)));
        }

        /// What discounts on the basket and coupons are taken off.
        Money open() {
            return amount.minus(closed);
        }

        void adjust(Adjustment.Kind kind, String label, Money off) {
            if (!off.isZero()) {
                adjustments.add(new Adjustment(kind, label, off.negated()));
                amount = amount.minus(off);
            }
        }

        PricedLine priced(PricingEngine engine, PricingContext context) {
            if (!line.parts().isEmpty()) {
                return kit(engine, context);
            }
            return engine.taxed(
                    new PricedLine(
                            line.lineId(),
                            line.sku(),
                            line.quantity(),
                            quote.list(),
                            quote.unit(),
                            quote.reason(),
                            gross,
                            adjustments,
                            BigDecimal.ZERO,
                            amount,
                            Money.zero(amount.currency()),
                            amount),
                    line.taxCategory(),
                    context);
        }

        /// Each part has its own tax.
        private PricedLine kit(PricingEngine engine, PricingContext context) {
            Currency currency = gross.currency();
            List<PricedLine> parts =
                    KitShares.of(
                                    line,
                                    quote.list().times(line.quantity()),
                                    gross,
                                    adjustments,
                                    (sku, quantity) -> engine.alone(sku, quantity, context))
                            .stream()
                            .map(share ->
                                    engine.taxed(part(share), share.part().taxCategory(), context))
                            .toList();
            Money net = Money.sum(parts.stream().map(PricedLine::net).toList(), currency);
            Money tax = Money.sum(parts.stream().map(PricedLine::tax).toList(), currency);
            return new PricedLine(
                    line.lineId(),
                    line.sku(),
                    line.quantity(),
                    quote.list(),
                    quote.unit(),
                    quote.reason(),
                    gross,
                    adjustments,
                    engine.taxes.percentFor(line.taxCategory(), context.day()),
                    net,
                    tax,
                    net.plus(tax),
                    parts);
        }

        private PricedLine part(KitShares.Share share) {
            return new PricedLine(
                    share.lineId(),
                    share.part().sku(),
                    share.quantity(),
                    share.list(),
                    share.unit(),
                    quote.reason(),
                    share.gross(),
                    share.adjustments(),
                    BigDecimal.ZERO,
                    share.amount(),
                    Money.zero(gross.currency()),
                    share.amount());
        }
    }
}
