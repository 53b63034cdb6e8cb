package kmmotos.desktop.sales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kmmotos.desktop.payments.PaymentJournal;
import kmmotos.desktop.returns.Proof;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.PartNumber;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.SampleProducts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.customers.SampleCustomers;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Placement;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.Promotion;
import kmmotos.model.pricing.SamplePrices;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.quotes.Quote;
import kmmotos.model.returns.Receipt;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.scanning.ScanGrammar;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.serials.SerialStep;
import kmmotos.model.stores.SampleStores;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;

/// The till's books and journal in memory, with the sample catalogue; remembers everything in
/// order.
public final class FakeBooks implements CounterBooks, CounterJournal, PaymentJournal {
    public final List<Event> journal = new ArrayList<>();
    public final List<Sale> sales = new ArrayList<>();
    public final List<Sale> handedOut = new ArrayList<>();
    public final Map<Sku, Quantity> stock = new HashMap<>();
    public final Map<Sku, Quantity> reserved = new HashMap<>();
    public final Map<Sku, Quantity> setAside = new HashMap<>();
    public final Map<Sku, List<String>> bins = new HashMap<>();
    public final List<SerialStep> told = new ArrayList<>();
    public ForeignRates foreignRates = ForeignRates.none(SampleStores.SAO_PAULO.storeId());
    public final Map<Sku, Price> prices = new HashMap<>();
    public final Map<String, CouponFound.Known> coupons = new HashMap<>();
    public final Map<String, CouponFound> refusedCoupons = new HashMap<>();
    public final List<Promotion> promotions = new ArrayList<>();
    public final List<String> usedElsewhere = new ArrayList<>();
    public final Map<String, ReceiptFound> receipts = new HashMap<>();
    public final List<Quote> quotes = new ArrayList<>();
    public final Map<UUID, CounterOrderProgress> counterOrders = new LinkedHashMap<>();
    public final Map<Sku, UnitPrice> lowest = new HashMap<>();
    public final Map<UUID, PaymentIntent> begun = new HashMap<>();
    public final Map<UUID, Customer> customers = new LinkedHashMap<>();
    public final List<Product> products = new ArrayList<>(SampleProducts.ALL);
    public int projections;
    public ScanGrammar scans = ScanGrammar.INITIAL;
    public boolean diskFull;
    public Room room = Room.ENOUGH;
    private Optional<ShiftOpening> shift = Optional.empty();

    public FakeBooks() {
        List.of(SampleCustomers.RIDER, SampleCustomers.WORKSHOP)
                .forEach(customer -> customers.put(customer.customerId(), customer));
        coupons.put(SamplePrices.COUPON.code(), new CouponFound.Known(SamplePrices.COUPON, 0));
        products.forEach(product -> stock.put(SampleProducts.sku(product), Quantity.of(10)));
    }

    @Override
    public Store store() {
        return SampleStores.SAO_PAULO;
    }

    @Override
    public TaxRules taxes() {
        return SamplePrices.TAXES;
    }

    @Override
    public ForeignRates foreignRates() {
        return foreignRates;
    }

    @Override
    public ScanGrammar scans() {
        return scans;
    }

    @Override
    public List<Article> byCode(String code) {
        var gtin = Gtin.find(code);
        var number = PartNumber.normalized(code);
        return products.stream()
                .map(this::article)
                .filter(article ->
                        gtin.filter(article.variant().gtins()::contains).isPresent()
                                || PartNumber.normalized(article.sku().value()).equals(number))
                .toList();
    }

    @Override
    public Optional<Article> article(Sku sku) {
        return products.stream()
                .filter(product -> product.variants().getFirst().sku().equals(sku))
                .findFirst()
                .map(this::article);
    }

    @Override
    public List<Article> search(String words, int limit) {
        return products.stream()
                .map(this::article)
                .filter(article ->
                        article.name(Locale.ENGLISH)
                                .toLowerCase(Locale.ROOT)
                                .contains(words.toLowerCase(Locale.ROOT)))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<String> exampleForBike(Locale locale) {
        return Optional.of("cg 160 2019 brake");
    }

    @Override
    public List<Customer> customers(String words, int limit) {
        return customers.values().stream()
                .filter(customer ->
                        customer.name()
                                .toLowerCase(Locale.ROOT)
                                .contains(words.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public Optional<CouponFound> coupon(String code) {
        String key = code.strip().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(coupons.get(key))
                .map(CouponFound.class::cast)
                .or(() -> Optional.ofNullable(refusedCoupons.get(key)));
    }

    @Override
    public List<Coupon> spent(List<Coupon> asked) {
        return asked.stream().filter(coupon -> usedElsewhere.contains(coupon.code())).toList();
    }

    @Override
    public ReceiptFound receipt(String typed) {
        return Optional.ofNullable(receipts.get(typed))
                .or(() ->
                        sales.stream()
                                .filter(sale -> sale.receiptNumber().toString().endsWith(typed))
                                .findFirst()
                                .map(this::own))
                .orElseGet(() -> new ReceiptFound.Unknown(false));
    }

    private ReceiptFound own(Sale sale) {
        return new ReceiptFound.Found(
                new SoldBefore(Receipt.of(sale), returned(sale), Proof.OWN_BOOKS, true));
    }

    @Override
    public SerialHistory serial(String number) {
        return SerialHistory.of(
                number,
                Stream.concat(told.stream(), sales.stream().flatMap(SerialStep::of)).toList());
    }

    @Override
    public Optional<UnitPrice> lowestPaid(Sku sku, Instant since) {
        return Optional.ofNullable(lowest.get(sku));
    }

    private Map<Integer, Quantity> returned(Sale sale) {
        var returned = new HashMap<Integer, Quantity>();
        sales.stream()
                .flatMap(other -> other.lines().stream())
                .filter(line -> isReturnOf(line, sale))
                .forEach(line ->
                        returned.merge(
                                line.returnOf().orElseThrow().lineId(),
                                line.quantity().negated(),
                                Quantity::plus));
        return returned;
    }

    private static boolean isReturnOf(SaleLine line, Sale sale) {
        return line.returnOf().filter(origin -> origin.saleId().equals(sale.saleId())).isPresent();
    }

    @Override
    public Optional<Quote> quote(String number) {
        return quotes.stream().filter(quote -> quote.number().equals(number)).findFirst();
    }

    @Override
    public List<Quote> latestQuotes(int limit) {
        return quotes.reversed().stream().limit(limit).toList();
    }

    @Override
    public String nextQuoteNumber() {
        return Quote.number(store().storeId(), 1, quotes.size() + 1);
    }

    @Override
    public String nextCounterOrderNumber() {
        return CounterOrder.number(store().storeId(), 1, counterOrders.size() + 1);
    }

    @Override
    public Optional<CounterOrderProgress> counterOrder(String number) {
        return counterOrders.values().stream()
                .filter(progress -> progress.order().number().equals(number))
                .findFirst();
    }

    @Override
    public List<Sale> depositSales(CounterOrderProgress progress) {
        UUID orderId = progress.order().orderId();
        return sales.stream().filter(sale -> !sale.depositFor(orderId).isZero()).toList();
    }

    @Override
    public Optional<Customer> customer(UUID customerId) {
        return customers("", 9).stream()
                .filter(customer -> customer.customerId().equals(customerId))
                .findFirst();
    }

    @Override
    public boolean isSold(UUID saleId) {
        return sales.stream().anyMatch(sale -> sale.saleId().equals(saleId));
    }

    @Override
    public List<Sale> latestSales(int limit) {
        return sales.reversed().stream().limit(limit).toList();
    }

    @Override
    public Optional<ShiftOpening> openShift(UUID staffId) {
        return shift.filter(open -> open.isFor(staffId));
    }

    @Override
    public Optional<ShiftTerms> termsForNextShift() {
        return Optional.of(
                shift.isEmpty() ? ShiftTerms.USUAL : new ShiftTerms(false, 2, Optional.empty()));
    }

    @Override
    public List<PaymentIntent> unsettledPayments() {
        return List.copyOf(begun.values());
    }

    @Override
    public Room room() {
        return room;
    }

    @Override
    public Sale complete(Function<ReceiptNumber, Sale> sale) {
        failWhenFull();
        var number = new ReceiptNumber(store().storeId(), 1, 1, sales.size() + 1);
        var done = sale.apply(number);
        record(new Event.SaleCompleted(done));
        return done;
    }

    @Override
    public void record(Event event) {
        failWhenFull();
        journal.add(event);
        switch (event) {
            case Event.SaleCompleted(Sale sale) -> add(sale);
            case Event.QuoteMade(Quote quote) -> quotes.add(quote);
            case Event.CounterOrderPlaced(CounterOrder order) ->
                    counterOrders.put(order.orderId(), CounterOrderProgress.of(order));
            case Event.CounterOrderMoved moved ->
                    counterOrders.computeIfPresent(
                            moved.orderId(), (_, known) -> known.become(moved.next()));
            case Event.ShiftOpened(ShiftOpening opening) -> shift = Optional.of(opening);
            case Event.PaymentIntended(PaymentIntent intent) ->
                    begun.put(intent.intentId(), intent);
            case Event.PaymentAbandoned(UUID intentId, _) -> begun.remove(intentId);
            case Event.CustomerChanged(Customer customer, _) ->
                    customers.put(customer.customerId(), customer);
            default -> {}
        }
    }

    @Override
    public void project() {
        projections++;
    }

    @Override
    public PaymentIntent intend(PaymentIntent intent) {
        record(new Event.PaymentIntended(intent));
        return intent;
    }

    @Override
    public UUID abandon(UUID intentId, String why) {
        record(new Event.PaymentAbandoned(intentId, why));
        return intentId;
    }

    private void add(Sale sale) {
        sales.add(sale);
        sale.deposits()
                .forEach(deposit ->
                        counterOrders.computeIfPresent(
                                deposit.orderId(), (_, known) -> known.plus(sale)));
        sale.coupons()
                .forEach(code ->
                        coupons.computeIfPresent(
                                code,
                                (_, known) ->
                                        new CouponFound.Known(
                                                known.coupon(), known.usesSoFar() + 1)));
        begun.values().removeIf(intent -> intent.saleId().equals(sale.saleId()));
    }

    private void failWhenFull() {
        if (diskFull) {
            throw new IllegalStateException("no space left on device");
        }
    }

    private Article article(Product product) {
        var alone = single(product);
        return alone.variant()
                .kit()
                .map(kit ->
                        alone.madeOf(
                                kit.parts().stream()
                                        .flatMap(part ->
                                                article(part.sku()).stream()
                                                        .map(known ->
                                                                new Article.Included(
                                                                        known, part.quantity())))
                                        .toList()))
                .orElse(alone);
    }

    private Article single(Product product) {
        var variant = product.variants().getFirst();
        return new Article(
                product,
                variant,
                prices.containsKey(variant.sku())
                        ? List.of(prices.get(variant.sku()))
                        : SamplePrices.LIST.lookup().of(variant.sku()),
                Optional.of("list-1"),
                Placement.of(product.brand(), product.category(), Map.of()),
                promotions,
                stock.getOrDefault(variant.sku(), Quantity.ZERO),
                reserved.getOrDefault(variant.sku(), Quantity.ZERO),
                setAside.getOrDefault(variant.sku(), Quantity.ZERO),
                bins.getOrDefault(variant.sku(), List.of()));
    }
}
