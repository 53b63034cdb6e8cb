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
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.fitment.Fit;
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
import kmmotos.model.returns.PaidReceipt;
import kmmotos.model.sales.Returned;
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
/// @param reference the number of the quote it came from
/// @param receipts those by which goods come back, and how they were paid
/// @param notes by line; what is said of the whole sale is at [#WHOLE]
/// @param paid the parts that were paid already; going back to the lines keeps them
/// @param parts the motorcycle and what else the parts trade has to say
public record OpenSale(
        UUID saleId,
        Basket basket,
        Map<Sku, Article> articles,
        Optional<Customer> customer,
        List<SaleLine> fixed,
        Optional<UUID> orderId,
        Optional<String> reference,
        List<PaidReceipt> receipts,
        Map<Integer, String> notes,
        List<Tender> paid,
        PartNotes parts) {

    /// No line has this id.
    public static final int WHOLE = 0;

    /// Far above the ids of the basket's lines.
    public static final int FIRST_FIXED_ID = 100_000;

    public OpenSale {
        articles = Map.copyOf(articles);
        fixed = List.copyOf(fixed);
        receipts = List.copyOf(receipts);
        notes = notesOfLines(notes, basket, fixed);
        paid = List.copyOf(paid);
        parts = parts.forPieces(pieces(basket, fixed));
    }

    /// A line that is gone gives its id to another, and takes what was said of it along.
    private static Map<Integer, String> notesOfLines(
            Map<Integer, String> notes, Basket basket, List<SaleLine> fixed) {
        var kept = new HashMap<>(notes);
        kept.keySet()
                .removeIf(id ->
                        id != WHOLE
                                && basket.line(id).isEmpty()
                                && fixed.stream().noneMatch(line -> line.lineId() == id));
        return Map.copyOf(kept);
    }

    private static Map<Integer, Integer> pieces(Basket basket, List<SaleLine> fixed) {
        var pieces = new HashMap<Integer, Integer>();
        basket.lines().stream()
                .flatMap(line -> line.goods().stream())
                .forEach(it -> pieces.put(it.lineId(), wholePieces(it.quantity())));
        fixed.forEach(line -> pieces.put(line.lineId(), wholePieces(line.quantity())));
        return pieces;
    }

    private static int wholePieces(Quantity quantity) {
        return Math.toIntExact(quantity.abs().thousandths() / 1_000);
    }

    public static OpenSale begin(UUID saleId) {
        return new OpenSale(
                saleId,
                Basket.EMPTY,
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                PartNotes.NONE);
    }

    /// The same sale without its lines and without what it was about beside them: loads, deposits;
    /// what was paid for it stays.
    public OpenSale cleared() {
        return begin(saleId).withPaid(paid.stream().filter(part -> !part.standsAlone()).toList());
    }

    public OpenSale plus(Article article, Quantity quantity) {
        return with(article)
                .withBasket(
                        basket.plus(
                                article.sku(),
                                article.product().taxCategory(),
                                quantity,
                                article.kitParts()));
    }

    public OpenSale plus(Article article, BasketLine line) {
        return with(article).withBasket(basket.plus(line.madeOf(article.kitParts())));
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
                saleId,
                basket.without(lineId),
                articles,
                customer,
                kept,
                orderId,
                reference,
                receipts,
                notes,
                paid,
                parts);
    }

    public OpenSale withDiscount(Optional<Discount> discount) {
        return withBasket(basket.withDiscount(discount));
    }

    public OpenSale withCustomer(Optional<Customer> changed) {
        return new OpenSale(
                saleId, basket, articles, changed, fixed, orderId, reference, receipts, notes, paid,
                parts);
    }

    public OpenSale withFixed(List<SaleLine> more) {
        var all = new ArrayList<>(fixed);
        all.addAll(more);
        return new OpenSale(
                saleId, basket, articles, customer, all, orderId, reference, receipts, notes, paid,
                parts);
    }

    /// What is sold was offered by this quote.
    public OpenSale from(String quote) {
        return new OpenSale(
                saleId,
                basket,
                articles,
                customer,
                fixed,
                orderId,
                Optional.of(quote),
                receipts,
                notes,
                paid,
                parts);
    }

    /// What is to be said of a line, or of the whole sale; nothing takes it away.
    public OpenSale withNote(int lineId, String words) {
        var changed = new HashMap<>(notes);
        if (words.isBlank()) {
            changed.remove(lineId);
        } else {
            changed.put(lineId, words.strip());
        }
        return new OpenSale(
                saleId, basket, articles, customer, fixed, orderId, reference, receipts, changed,
                paid, parts);
    }

    public Optional<String> note(int lineId) {
        return Optional.ofNullable(notes.get(lineId));
    }

    /// Goods come back by this receipt.
    public OpenSale withReceipt(PaidReceipt receipt) {
        var all = new ArrayList<>(receipts);
        all.removeIf(known -> known.saleId().equals(receipt.saleId()));
        all.add(receipt);
        return new OpenSale(
                saleId, basket, articles, customer, fixed, orderId, reference, all, notes, paid,
                parts);
    }

    /// The returned line comes back for this.
    public OpenSale withReturned(int lineId, Returned why) {
        return withEveryFixed(line -> line.lineId() == lineId ? line.withReturned(why) : line);
    }

    /// Somebody else allowed what comes back.
    public OpenSale approvedBy(UUID staffId) {
        return withEveryFixed(line ->
                line.returned()
                        .map(why -> line.withReturned(why.approvedBy(staffId)))
                        .orElse(line));
    }

    private OpenSale withEveryFixed(UnaryOperator<SaleLine> change) {
        var changed = fixed.stream().map(change).toList();
        return new OpenSale(
                saleId, basket, articles, customer, changed, orderId, reference, receipts, notes,
                paid, parts);
    }

    /// The lines of a web order that is handed over, at the prices it was placed at.
    public OpenSale forOrder(Order order) {
        var lines = new ArrayList<SaleLine>();
        for (var line : order.lines()) {
            lines.add(FixedLines.of(line, FIRST_FIXED_ID + lines.size()));
        }
        return new OpenSale(
                saleId,
                basket,
                articles,
                customer,
                lines,
                Optional.of(order.orderId()),
                reference,
                receipts,
                notes,
                paid,
                parts);
    }

    public OpenSale withBasket(Basket changed) {
        return new OpenSale(
                saleId, changed, articles, customer, fixed, orderId, reference, receipts, notes,
                paid, parts);
    }

    public OpenSale withPaid(List<Tender> changed) {
        return new OpenSale(
                saleId, basket, articles, customer, fixed, orderId, reference, receipts, notes,
                changed, parts);
    }

    public OpenSale withParts(PartNotes changed) {
        return new OpenSale(
                saleId, basket, articles, customer, fixed, orderId, reference, receipts, notes,
                paid, changed);
    }

    /// The serial numbers of the pieces that are sold by a line.
    public List<String> serials(int lineId) {
        return parts.serials().getOrDefault(lineId, List.of());
    }

    public boolean isEmpty() {
        return !hasLines() && paid.isEmpty();
    }

    /// Whether there is something to pay for: goods, money on a card or off an account, a deposit.
    public boolean canBePaid() {
        return hasLines() || paid.stream().anyMatch(Tender::standsAlone);
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

    /// What leaves the shop by the basket: of a kit its parts.
    public List<BasketLine.Goods> goods() {
        return basket.lines().stream().flatMap(line -> line.goods().stream()).toList();
    }

    /// How many of a SKU leave the shop by this sale.
    public Quantity unitsOf(Sku sku) {
        return Stream.concat(
                        goods().stream()
                                .filter(it -> it.sku().equals(sku))
                                .map(BasketLine.Goods::quantity),
                        basket.lines().stream()
                                .filter(it -> it.sku().equals(sku) && !it.parts().isEmpty())
                                .map(BasketLine::quantity))
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    /// Whether an item of this sale fits its motorcycle; empty while none is chosen.
    public Optional<Fit> fit(Sku sku) {
        return parts.bike().map(bike -> Fit.of(article(sku).variant().fits(), bike));
    }

    /// What does not fit and nobody said why, each item once.
    public List<Article> unexplainedMisfits() {
        return basket.lines().stream()
                .filter(line -> line.quantity().isPositive())
                .map(BasketLine::sku)
                .distinct()
                .filter(sku -> fit(sku).equals(Optional.of(Fit.DOES_NOT_FIT)))
                .filter(sku -> !parts.misfits().containsKey(sku))
                .map(this::article)
                .toList();
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
        article.kit().forEach(part -> more.put(part.article().sku(), part.article()));
        return new OpenSale(
                saleId, basket, more, customer, fixed, orderId, reference, receipts, notes, paid,
                parts);
    }
}
