package kmmotos.desktop;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kmmotos.desktop.catalog.CatalogItem;
import kmmotos.desktop.customers.CustomerBook;
import kmmotos.desktop.journal.Readiness;
import kmmotos.desktop.payments.PaymentJournal;
import kmmotos.desktop.payments.PaymentStore;
import kmmotos.desktop.pricing.PriceBook;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.sales.Article;
import kmmotos.desktop.sales.CounterBooks;
import kmmotos.desktop.sales.CounterJournal;
import kmmotos.desktop.sales.CouponFound;
import kmmotos.desktop.sales.PartsBook;
import kmmotos.desktop.shifts.ShiftStore;
import kmmotos.model.catalog.Kit;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.Price;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.scanning.ScanGrammar;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.stores.Store;
import kmmotos.model.sync.Event;
import org.hibernate.StatelessSession;

/// The counter's books and journal: the till's own database, and its journal for what happens.
public final class TillCounter implements CounterBooks, CounterJournal, PaymentJournal {
    /// The journal took its room beforehand, but the books and the snapshot grow. With less than
    /// this it is time to make room.
    public static final long LOW_ROOM_BYTES = 256L << 20;

    /// With less than this no sale begins: the books would break before the disk is quite full.
    public static final long MIN_ROOM_BYTES = 16L << 20;

    private final Till till;
    private final BikeWords bikes;
    private final TillCoupons coupons;
    private final TillReturns returns;
    private final TillQuotes quotes;
    private final TillSerials serials;
    private final TillCounterOrders counterOrders;
    private final TillParts parts;
    private final TillCustomers customers;

    public TillCounter(Till till) {
        this.till = till;
        this.bikes = new BikeWords(till);
        this.coupons = new TillCoupons(till);
        this.returns = new TillReturns(till);
        this.quotes = new TillQuotes(till);
        this.serials = new TillSerials(till);
        this.counterOrders = new TillCounterOrders(till);
        this.parts = new TillParts(till, this, bikes);
        this.customers = new TillCustomers(till, bikes);
    }

    public PartsBook parts() {
        return parts;
    }

    public CustomerBook customerBook() {
        return customers;
    }

    @Override
    public Store store() {
        return till.store();
    }

    @Override
    public TaxRules taxes() {
        var place = store().taxPlace();
        return till.database()
                .read(session -> till.stores().pricing().taxRules(session, place))
                .orElse(new TaxRules(place, List.of()));
    }

    @Override
    public ForeignRates foreignRates() {
        var store = store().storeId();
        return till.database()
                .read(session -> till.stores().pricing().foreignRates(session, store));
    }

    @Override
    public ScanGrammar scans() {
        return till.scans();
    }

    @Override
    public List<Article> byCode(String code) {
        var pricing = pricing();
        return till.database()
                .read(session ->
                        articles(
                                session,
                                pricing,
                                till.stores().catalog().findScanned(session, till.scans(), code)));
    }

    @Override
    public Optional<Article> article(Sku sku) {
        var pricing = pricing();
        return till.database()
                .read(session ->
                        till.stores()
                                .catalog()
                                .find(session, sku)
                                .map(item -> article(session, pricing, item)));
    }

    @Override
    public List<Article> search(String words, int limit) {
        var pricing = pricing();
        return till.database()
                .read(session ->
                        articles(
                                session,
                                pricing,
                                till.stores().catalog().search(session, words, limit)));
    }

    @Override
    public Optional<String> exampleForBike(Locale locale) {
        return till.database().read(session -> bikes.example(session, locale));
    }

    @Override
    public List<Customer> customers(String words, int limit) {
        return till.database()
                .read(session -> till.stores().customers().search(session, words, limit));
    }

    @Override
    public Optional<CouponFound> coupon(String code) {
        return coupons.find(code);
    }

    @Override
    public List<Coupon> spent(List<Coupon> coupons) {
        return this.coupons.spent(coupons);
    }

    @Override
    public ReceiptFound receipt(String typed) {
        return returns.find(typed);
    }

    @Override
    public SerialHistory serial(String number) {
        return serials.find(number);
    }

    @Override
    public Optional<UnitPrice> lowestPaid(Sku sku, Instant since) {
        project();
        boolean includesTax = store().pricesIncludeTax();
        return till
                .database()
                .read(session -> till.stores().sales().linesOf(session, sku, since))
                .stream()
                .map(line -> UnitPrice.of(includesTax ? line.total() : line.net(), line.quantity()))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Optional<Quote> quote(String number) {
        return quotes.find(number);
    }

    @Override
    public List<Quote> latestQuotes(int limit) {
        return quotes.latest(limit);
    }

    @Override
    public String nextQuoteNumber() {
        return quotes.nextNumber();
    }

    @Override
    public String nextCounterOrderNumber() {
        return counterOrders.nextNumber();
    }

    @Override
    public Optional<CounterOrderProgress> counterOrder(String number) {
        return counterOrders.byNumber(number);
    }

    @Override
    public List<Sale> depositSales(CounterOrderProgress progress) {
        return counterOrders.sales(progress);
    }

    @Override
    public Optional<Customer> customer(UUID customerId) {
        return till.database().read(session -> till.stores().customers().find(session, customerId));
    }

    @Override
    public boolean isSold(UUID saleId) {
        project();
        return till.database()
                .read(session -> till.stores().sales().find(session, saleId))
                .isPresent();
    }

    @Override
    public List<Sale> latestSales(int limit) {
        project();
        return till.database().read(session -> till.stores().sales().latest(session, limit));
    }

    @Override
    public Optional<ShiftOpening> openShift(UUID staffId) {
        project();
        return till.database()
                .read(session -> till.stores().shifts().current(session, staffId))
                .map(ShiftStore.OpenShift::opening);
    }

    @Override
    public Optional<ShiftTerms> termsForNextShift() {
        project();
        return till.database().read(till.stores().shifts()::termsForNext);
    }

    @Override
    public List<PaymentIntent> unsettledPayments() {
        project();
        return till.database().read(session -> till.stores().payments().open(session)).stream()
                .map(PaymentStore.OpenIntent::intent)
                .toList();
    }

    @Override
    public Room room() {
        var readiness = till.recorder().readiness();
        long left = till.config().folder().freeBytes();
        if (readiness instanceof Readiness.Refusing || left < MIN_ROOM_BYTES) {
            return Room.NONE;
        }
        boolean plenty = readiness instanceof Readiness.Ready && left >= LOW_ROOM_BYTES;
        return plenty ? Room.ENOUGH : Room.LOW;
    }

    @Override
    public Sale complete(Function<ReceiptNumber, Sale> sale) {
        var written =
                till.recorder()
                        .record(next -> new Event.SaleCompleted(sale.apply(next.receiptNumber())));
        return ((Event.SaleCompleted) written.event()).sale();
    }

    @Override
    public void record(Event event) {
        till.recorder().record(event);
    }

    @Override
    public void project() {
        till.recorder().project();
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

    private PriceBook.Pricing pricing() {
        return till.priceBook().current(store());
    }

    List<Article> articles(StatelessSession session, List<CatalogItem> items) {
        return articles(session, pricing(), items);
    }

    private List<Article> articles(
            StatelessSession session, PriceBook.Pricing pricing, List<CatalogItem> items) {
        return items.stream().map(item -> article(session, pricing, item)).toList();
    }

    private Article article(StatelessSession session, PriceBook.Pricing pricing, CatalogItem item) {
        var alone = single(session, pricing, item);
        return item.variant()
                .kit()
                .map(kit -> alone.madeOf(included(session, pricing, kit)))
                .orElse(alone);
    }

    /// Those that are known: a part may still be on its way here.
    private List<Article.Included> included(
            StatelessSession session, PriceBook.Pricing pricing, Kit kit) {
        return kit.parts().stream()
                .flatMap(part ->
                        till.stores().catalog().find(session, part.sku()).stream()
                                .map(item ->
                                        new Article.Included(
                                                single(session, pricing, item), part.quantity())))
                .toList();
    }

    private Article single(StatelessSession session, PriceBook.Pricing pricing, CatalogItem item) {
        var level = till.stores().stock().level(session, item.sku());
        List<Price> prices =
                pricing.priceListId()
                        .map(id -> till.stores().pricing().prices(session, id, item.sku()))
                        .orElse(List.of());
        return new Article(
                item.product(),
                item.variant(),
                prices,
                pricing.priceListId(),
                pricing.placement(item),
                pricing.promotions(item),
                level.onHand(),
                level.reserved(),
                till.stores().stock().setAside(session, level, till.config().clock().instant()),
                till.stores().bins().of(session, item.sku()));
    }
}
