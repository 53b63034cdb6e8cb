package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.pricing.Discount;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.sales.SaleLine;

/// The sale in front of the clerk, not yet paid. Each change makes a new one; pricing it needs
/// nothing but itself and the tax rules, so it is done at once on whatever thread asks.
///
/// @param saleId made when the sale begins, so that card payments can name it
/// @param articles of the basket's lines; their prices hold until the sale is finished
/// @param returns lines given back by a receipt, with their exact refund; their ids begin at
///   [#FIRST_RETURN_ID]
public record OpenSale(
        UUID saleId,
        Basket basket,
        Map<Sku, Article> articles,
        Optional<Customer> customer,
        List<SaleLine> returns) {

    /// Far above the ids of the basket's lines.
    public static final int FIRST_RETURN_ID = 100_000;

    public OpenSale {
        articles = Map.copyOf(articles);
        returns = List.copyOf(returns);
    }

    public static OpenSale begin(UUID saleId) {
        return new OpenSale(saleId, Basket.EMPTY, Map.of(), Optional.empty(), List.of());
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
        var kept = returns.stream().filter(line -> line.lineId() != lineId).toList();
        return new OpenSale(saleId, basket.without(lineId), articles, customer, kept);
    }

    public OpenSale withDiscount(Optional<Discount> discount) {
        return withBasket(basket.withDiscount(discount));
    }

    public OpenSale withCustomer(Optional<Customer> changed) {
        return new OpenSale(saleId, basket, articles, changed, returns);
    }

    public OpenSale withReturns(List<SaleLine> more) {
        var all = new ArrayList<>(returns);
        all.addAll(more);
        return new OpenSale(saleId, basket, articles, customer, all);
    }

    public OpenSale withBasket(Basket changed) {
        return new OpenSale(saleId, changed, articles, customer, returns);
    }

    public boolean isEmpty() {
        return basket.isEmpty() && returns.isEmpty();
    }

    public int nextReturnId() {
        return returns.stream().mapToInt(SaleLine::lineId).max().orElse(FIRST_RETURN_ID - 1) + 1;
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
                sku -> articles.containsKey(sku) ? article(sku).prices() : List.of(), taxes);
    }

    public PricedBasket priced(TaxRules taxes, PricingContext context) {
        return engine(taxes).price(basket, context);
    }

    public Money returned(Money zero) {
        return Money.sum(returns.stream().map(SaleLine::total).toList(), zero.currency());
    }

    private OpenSale with(Article article) {
        var more = new HashMap<>(articles);
        more.put(article.sku(), article);
        return new OpenSale(saleId, basket, more, customer, returns);
    }
}
