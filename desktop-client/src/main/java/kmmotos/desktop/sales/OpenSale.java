package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.orders.Order;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.Promotions;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;

/// The sale in front of the clerk, not yet paid. Each change makes a new one; pricing it needs
/// nothing but itself and the tax rules, so it is done at once on whatever thread asks.
///
/// @param saleId made when the sale begins, so that card payments can name it
/// @param articles of the basket's lines; their prices hold until the sale is finished
/// @param fixed lines whose price was made before: given back by a receipt with their exact refund,
///   or of a web order; their ids begin at [#FIRST_FIXED_ID]
/// @param orderId the web order that is handed over
/// @param paid the parts that were paid already; going back to the lines keeps them
public record OpenSale(
        UUID saleId,
        Basket basket,
        Map<Sku, Article> articles,
        Optional<Customer> customer,
        List<SaleLine> fixed,
        Optional<UUID> orderId,
        List<Tender> paid) {

    /// Far above the ids of the basket's lines.
    public static final int FIRST_FIXED_ID = 100_000;

    public OpenSale {
        articles = Map.copyOf(articles);
        fixed = List.copyOf(fixed);
        paid = List.copyOf(paid);
    }

    public static OpenSale begin(UUID saleId) {
        return new OpenSale(
                saleId,
                Basket.EMPTY,
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    /// The same sale without its lines and without what was to go on a card or off an account; what
    /// was paid for it stays.
    public OpenSale cleared() {
        return begin(saleId).withPaid(paid.stream().filter(part -> !part.isLoad()).toList());
    }

    public OpenSale plus(Article article, Quantity quantity) {
        return with(article)
                .withBasket(basket.plus(article.sku(), article.product().taxCategory(), quantity));
    }

    public OpenSale plus(Article article, BasketLine line) {
        return with(article).withBasket(basket.plus(line));
    }

    public OpenSale withQuantity(int lineId, Quantity quantity) {
        return withBasket(basket.withQuantity(lineId, quantity));
    }

    public OpenSale withLine(int lineId, UnaryOperator<BasketLine> change) {
        return withBasket(basket.with(lineId, change));
    }

    public OpenSale without(int lineId) {
        var kept = fixed.stream().filter(line -> line.lineId() != lineId).toList();
        return new OpenSale(
                saleId, basket.without(lineId), articles, customer, kept, orderId, paid);
    }

    public OpenSale withDiscount(Optional<Discount> discount) {
        return withBasket(basket.withDiscount(discount));
    }

    public OpenSale withCustomer(Optional<Customer> changed) {
        return new OpenSale(saleId, basket, articles, changed, fixed, orderId, paid);
    }

    public OpenSale withFixed(List<SaleLine> more) {
        var all = new ArrayList<>(fixed);
        all.addAll(more);
        return new OpenSale(saleId, basket, articles, customer, all, orderId, paid);
    }

    /// The lines of a web order that is handed over, at the prices it was placed at.
    public OpenSale forOrder(Order order) {
        var lines = new ArrayList<SaleLine>();
        for (var line : order.lines()) {
            lines.add(FixedLines.of(line, FIRST_FIXED_ID + lines.size()));
        }
        return new OpenSale(
                saleId, basket, articles, customer, lines, Optional.of(order.orderId()), paid);
    }

    public OpenSale withBasket(Basket changed) {
        return new OpenSale(saleId, changed, articles, customer, fixed, orderId, paid);
    }

    public OpenSale withPaid(List<Tender> parts) {
        return new OpenSale(saleId, basket, articles, customer, fixed, orderId, parts);
    }

    public boolean isEmpty() {
        return !hasLines() && paid.isEmpty();
    }

    /// Whether there is something to pay for: goods, money on a card, or money off an account.
    public boolean canBePaid() {
        return hasLines() || paid.stream().anyMatch(Tender::isLoad);
    }

    public boolean hasLines() {
        return !basket.isEmpty() || !fixed.isEmpty();
    }

    public int nextFixedId() {
        return fixed.stream().mapToInt(SaleLine::lineId).max().orElse(FIRST_FIXED_ID - 1) + 1;
    }

    public Article article(Sku sku) {
        var article = articles.get(sku);
        if (article == null) {
            throw new IllegalArgumentException(sku + " is in no line of this sale");
        }
        return article;
    }

    /// How many of a SKU leave the shop by this sale.
    public Quantity unitsOf(Sku sku) {
        return basket.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .map(BasketLine::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    public PricingEngine engine(TaxRules taxes) {
        return new PricingEngine(
                sku -> articles.containsKey(sku) ? article(sku).prices() : List.of(),
                taxes,
                new Promotions(promotions(), sku -> article(sku).placement()));
    }

    /// Those that have to do with any of the articles. If one was changed while the sale went on,
    /// the articles may hold both states: one of them holds, the same for all.
    private List<Promotion> promotions() {
        var byId = new TreeMap<UUID, Promotion>();
        articles.values().stream()
                .sorted(Comparator.comparing(Article::sku))
                .flatMap(article -> article.promotions().stream())
                .forEach(promotion -> byId.put(promotion.promotionId(), promotion));
        return List.copyOf(byId.values());
    }

    public PricedBasket priced(TaxRules taxes, PricingContext context) {
        return engine(taxes).price(basket, context);
    }

    public Money returned(Money zero) {
        return Money.sum(fixed.stream().map(SaleLine::total).toList(), zero.currency());
    }

    private OpenSale with(Article article) {
        var more = new HashMap<>(articles);
        more.put(article.sku(), article);
        return new OpenSale(saleId, basket, more, customer, fixed, orderId, paid);
    }
}
