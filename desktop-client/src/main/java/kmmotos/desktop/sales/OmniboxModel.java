package kmmotos.desktop.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.desktop.returns.SoldBefore;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrder;
import kmmotos.model.fitment.Vin;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.quotes.Quote;
import kmmotos.model.returns.SignedReceipt;
import kmmotos.model.scanning.Scanned;

/// The one field that takes everything: scans, codes, words, commands. Scans and entries are
/// answered in the order they came.
public final class OmniboxModel {
    public static final int MAX_FOUND = 50;
    private static final int MIN_SEARCH_LENGTH = 2;

    private final SaleDesk desk;
    private final LineModel lines;
    private final PartsModel parts;
    private final DiscountModel discounts;
    private final GiftCardModel giftCards;
    private final AccountModel accounts;
    private final QuoteModel quotes;
    private final DepositModel deposits;
    private final SerialModel serials;
    private final OmniboxGrammar grammar;
    private final ObservableList<Article> articles = FXCollections.observableArrayList();
    private final ObservableList<Article> articlesShown =
            FXCollections.unmodifiableObservableList(articles);
    private final ObservableList<Customer> customers = FXCollections.observableArrayList();
    private final ObservableList<Customer> customersShown =
            FXCollections.unmodifiableObservableList(customers);
    private final ReadOnlyObjectWrapper<Optional<SoldBefore>> receipt =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Quantity> next = new ReadOnlyObjectWrapper<>(Quantity.ONE);
    private final ReadOnlyObjectWrapper<Optional<String>> bikeExample =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Quantity typedQuantity = Quantity.ONE;
    private Optional<String> unknownCustomer = Optional.empty();
    private long searches;

    /// @param read what the code says beside the articles
    private record Found(List<Article> articles, Optional<CouponFound> coupon, Scanned read) {}

    public OmniboxModel(
            SaleDesk desk,
            LineModel lines,
            PartsModel parts,
            DiscountModel discounts,
            GiftCardModel giftCards,
            AccountModel accounts,
            QuoteModel quotes,
            DepositModel deposits,
            SerialModel serials) {
        this.desk = desk;
        this.lines = lines;
        this.parts = parts;
        parts.showFoundBy(articles::setAll);
        this.discounts = discounts;
        this.giftCards = giftCards;
        this.accounts = accounts;
        this.quotes = quotes;
        this.deposits = deposits;
        this.serials = serials;
        this.grammar = OmniboxGrammar.of(desk.texts().locale());
    }

    /// Enter was pressed on this line.
    public void submit(String line) {
        clearFound();
        typedQuantity = Quantity.ONE;
        switch (grammar.read(line)) {
            case OmniboxEntry.Nothing _ -> {}
            case OmniboxEntry.NextQuantity(Quantity quantity) -> next.set(quantity);
            case OmniboxEntry.NextIsReturned _ -> next.set(next.get().negated());
            case OmniboxEntry.Find(Quantity quantity, String text) -> find(quantity, text);
            case OmniboxEntry.LineQuantity(Quantity quantity) -> lines.count(quantity);
            case OmniboxEntry.LinePercent entry -> discounts.line(entry.percent());
            case OmniboxEntry.BasketPercent entry -> discounts.basket(entry.percent());
            case OmniboxEntry.OwnPrice entry -> discounts.ownPrice(entry.price());
            case OmniboxEntry.FindCustomer(String text) -> findCustomers(text);
            case OmniboxEntry.FindReceipt(String text) -> findReceipt(text);
            case OmniboxEntry.FindForBike(String text) -> parts.findForBike(text);
            case OmniboxEntry.LineNote(String text) -> lines.note(text);
            case OmniboxEntry.SaleNote(String text) -> lines.noteOnSale(text);
            case OmniboxEntry.SellGiftCard(var amount) -> money(amount).ifPresent(giftCards::sell);
            case OmniboxEntry.PayOffAccount(var amount) ->
                    money(amount).ifPresent(accounts::payOff);
            case OmniboxEntry.Unreadable(var reason, String text) -> unreadable(reason, text);
        }
    }

    /// A typed amount in the shop's money, if that has so many decimals.
    private Optional<Money> money(BigDecimal amount) {
        var currency = desk.sale().store().currency();
        try {
            return Optional.of(Money.parse(amount.toPlainString(), currency));
        } catch (IllegalArgumentException _) {
            desk.refuse("sales.entry.number", amount.toPlainString());
            return Optional.empty();
        }
    }

    /// A scanner read this: an article's code, a receipt's barcode, a coupon or a gift card.
    public void scanned(String code) {
        if (giftCards.scanned(code)) {
            return;
        }
        clearFound();
        if (SignedReceipt.isMeantBy(code)) {
            findReceipt(code);
            return;
        }
        if (isPaper(code)) {
            return;
        }
        var quantity = takeNext(Quantity.ONE);
        desk.counter()
                .background()
                .run(
                        () -> lookUp(code),
                        found -> scanned(code, quantity, found),
                        desk.failed("sales.lookup.failed"));
    }

    /// The number of a quote, or of a counter's order.
    private boolean isPaper(String code) {
        String number = code.strip().toUpperCase(java.util.Locale.ROOT);
        if (CounterOrder.isNumber(number)) {
            deposits.open(number);
            return true;
        }
        if (!Quote.isNumber(number)) {
            return false;
        }
        quotes.recall(number);
        return true;
    }

    /// A quantity that still stands in the field when the scanner beeps is meant for that article.
    /// Answers whether the line was one.
    public boolean takeQuantity(String line) {
        boolean quantity =
                switch (grammar.read(line)) {
                    case OmniboxEntry.NextQuantity _, OmniboxEntry.NextIsReturned _ -> true;
                    default -> false;
                };
        if (quantity) {
            submit(line);
        }
        return quantity;
    }

    /// The text changed without Enter: search as one types.
    public void typed(String line) {
        long search = ++searches;
        var words = "";
        typedQuantity = Quantity.ONE;
        if (grammar.read(line) instanceof OmniboxEntry.FindCustomer(String text)
                && text.length() >= MIN_SEARCH_LENGTH) {
            searchCustomersAsTyped(search, text);
            return;
        }
        if (grammar.read(line) instanceof OmniboxEntry.Find(Quantity quantity, String text)) {
            typedQuantity = quantity;
            words = text.length() >= MIN_SEARCH_LENGTH ? text : "";
        }
        if (words.isEmpty() || serials.isMeantBy(words)) {
            clearFound();
            return;
        }
        searchAsTyped(search, words);
    }

    private void searchAsTyped(long search, String words) {
        desk.counter()
                .background()
                .run(
                        () ->
                                search == searches
                                        ? desk.counter().books().search(words, MAX_FOUND)
                                        : List.<Article>of(),
                        found -> showIfNewest(search, found),
                        desk.failed("sales.lookup.failed"));
    }

    /// The clerk picked one of the articles found.
    public void pick(Article article) {
        clearFound();
        parts.add(article, takeNext(typedQuantity));
    }

    public void pick(Customer customer) {
        clearFound();
        var sale = desk.sale();
        sale.change(sale.sale().withCustomer(Optional.of(customer)), sale.chosenProperty().get());
        desk.note("sales.customer.chosen", customer.name());
    }

    /// The name of a customer to be: what is typed, or what was not found a moment ago.
    ///
    /// @return empty if no customer is looked for
    public Optional<String> newCustomer(String line) {
        var typed =
                line.strip().equals("c")
                        ? Optional.of("")
                        : grammar.read(line) instanceof OmniboxEntry.FindCustomer(String text)
                                ? Optional.of(text)
                                : Optional.<String>empty();
        return typed.or(() -> line.isBlank() ? unknownCustomer : Optional.empty());
    }

    public void removeCustomer() {
        var sale = desk.sale();
        sale.change(sale.sale().withCustomer(Optional.empty()), sale.chosenProperty().get());
    }

    public void clearFound() {
        searches++;
        articles.clear();
        customers.clear();
        unknownCustomer = Optional.empty();
        parts.clearFound();
        receipt.set(Optional.empty());
    }

    public void forgetQuantity() {
        next.set(Quantity.ONE);
    }

    public ObservableList<Article> articles() {
        return articlesShown;
    }

    public ObservableList<Customer> customers() {
        return customersShown;
    }

    public ReadOnlyObjectProperty<Optional<SoldBefore>> receiptProperty() {
        return receipt.getReadOnlyProperty();
    }

    /// How many of the next article; negative when it comes back.
    public ReadOnlyObjectProperty<Quantity> nextQuantityProperty() {
        return next.getReadOnlyProperty();
    }

    private Quantity takeNext(Quantity typed) {
        var waiting = next.get();
        next.set(Quantity.ONE);
        return typed.equals(Quantity.ONE) ? waiting : typed;
    }

    private Found lookUp(String code) {
        var books = desk.counter().books();
        for (var reading : books.scans().readings(code)) {
            var found = books.byCode(reading.code());
            if (!found.isEmpty()) {
                return new Found(found, Optional.empty(), reading);
            }
        }
        return new Found(List.of(), books.coupon(code), Scanned.plain(code));
    }

    private void scanned(String code, Quantity quantity, Found found) {
        if (found.articles().isEmpty() && found.coupon().isEmpty() && serials.isMeantBy(code)) {
            serials.take(code);
        } else if (found.articles().isEmpty() && found.coupon().isEmpty()) {
            unknown(code);
        } else {
            take(quantity, found);
        }
    }

    private void unknown(String code) {
        if (Vin.find(code).isPresent()) {
            parts.findForBike(code);
        } else if (Gtin.isWellFormed(code) && Gtin.find(code).isEmpty()) {
            desk.refuse("sales.code.check_digit", code);
        } else if (code.chars().filter(c -> c == '-').count() == 3) {
            findReceipt(code);
        } else {
            serials.find(code, () -> desk.refuse("sales.code.unknown", code));
        }
    }

    private void take(Quantity quantity, Found found) {
        found.coupon().ifPresent(discounts::coupon);
        if (found.articles().size() == 1) {
            add(found.articles().getFirst(), quantity, found.read());
        } else if (found.articles().size() > 1) {
            next.set(quantity);
            articles.setAll(found.articles());
            desk.note("sales.code.shared");
        }
    }

    /// A quantity that was typed goes before what the label says.
    private void add(Article article, Quantity typed, Scanned read) {
        var serial = read.serial().filter(_ -> article.variant().hasSerials());
        if (serial.filter(number -> serials.refuseTwice(article.sku(), number)).isPresent()) {
            return;
        }
        read.expires()
                .filter(day -> day.isBefore(today()))
                .ifPresent(day -> sayExpired(article, day));
        var inside = read.quantity().filter(_ -> typed.abs().equals(Quantity.ONE));
        if (read.price().isPresent() && read.quantity().isEmpty() && typed.isPositive()) {
            discounts.labelled(article, typed, read.price().get());
        } else {
            parts.add(
                    article,
                    inside.map(much -> typed.isNegative() ? much.negated() : much).orElse(typed));
        }
        serial.ifPresent(number -> serials.labelled(article.sku(), number));
    }

    private void sayExpired(Article article, LocalDate day) {
        desk.warn(
                "sales.scan.expired", article.name(desk.sale().locale()), desk.formats().date(day));
    }

    private LocalDate today() {
        return desk.sale().store().dayAt(desk.counter().clock().get());
    }

    private void find(Quantity typed, String text) {
        if (SignedReceipt.isMeantBy(text)) {
            findReceipt(text);
            return;
        }
        if (isPaper(text)) {
            return;
        }
        var quantity = takeNext(typed);
        desk.counter()
                .background()
                .run(
                        () -> lookUp(text),
                        found -> {
                            boolean isNothing =
                                    found.articles().isEmpty() && found.coupon().isEmpty();
                            if (isNothing && serials.isMeantBy(text)) {
                                serials.take(text);
                            } else if (isNothing) {
                                searchFor(quantity, text);
                            } else {
                                take(quantity, found);
                            }
                        },
                        desk.failed("sales.lookup.failed"));
    }

    private void searchFor(Quantity quantity, String text) {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().search(text, MAX_FOUND),
                        found -> {
                            if (found.isEmpty()) {
                                unknown(text);
                            } else {
                                next.set(quantity);
                                articles.setAll(found);
                            }
                        },
                        desk.failed("sales.lookup.failed"));
    }

    private void showIfNewest(long search, List<Article> found) {
        if (search == searches) {
            articles.setAll(found);
        }
    }

    /// Looks for words that find a part for a bike here, unless some are known.
    public void lookForBikeExample() {
        if (bikeExample.get().isEmpty()) {
            desk.counter()
                    .background()
                    .run(
                            () -> desk.counter().books().exampleForBike(desk.texts().locale()),
                            bikeExample::set,
                            desk.failed("sales.lookup.failed"));
        }
    }

    public ReadOnlyObjectProperty<Optional<String>> bikeExampleProperty() {
        return bikeExample.getReadOnlyProperty();
    }

    private void findCustomers(String text) {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().customers(text, MAX_FOUND),
                        found -> showCustomers(text, found),
                        desk.failed("sales.lookup.failed"));
    }

    private void searchCustomersAsTyped(long search, String text) {
        desk.counter()
                .background()
                .run(
                        () ->
                                search == searches
                                        ? desk.counter().books().customers(text, MAX_FOUND)
                                        : List.<Customer>of(),
                        found -> {
                            if (search == searches) {
                                customers.setAll(found);
                            }
                        },
                        desk.failed("sales.lookup.failed"));
    }

    private void showCustomers(String text, List<Customer> found) {
        if (found.isEmpty()) {
            unknownCustomer = Optional.of(text);
            desk.note("sales.customer.unknown");
        } else if (found.size() == 1) {
            pick(found.getFirst());
        } else {
            customers.setAll(found);
        }
    }

    private void findReceipt(String text) {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().receipt(text),
                        found -> {
                            desk.sale().beginIfDone();
                            show(text, found);
                        },
                        desk.failed("sales.lookup.failed"));
    }

    private void show(String text, ReceiptFound found) {
        switch (found) {
            case ReceiptFound.Found(SoldBefore sold) -> receipt.set(Optional.of(sold));
            case ReceiptFound.Unknown(boolean asked) ->
                    desk.refuse(asked ? "sales.receipt.nowhere" : "sales.receipt.unknown", text);
            case ReceiptFound.Damaged _ -> desk.refuse("sales.receipt.damaged");
            case ReceiptFound.Forged(var number) -> desk.refuse("sales.receipt.forged", number);
            case ReceiptFound.UnknownTill(var number) ->
                    desk.refuse("sales.receipt.unknown_till", number);
            case ReceiptFound.RevokedTill(var number) ->
                    desk.refuse("sales.receipt.revoked_till", number);
        }
    }

    private void unreadable(OmniboxEntry.Reason reason, String text) {
        switch (reason) {
            case NUMBER_EXPECTED -> desk.refuse("sales.entry.number", text);
            case ABSURD_QUANTITY -> desk.refuse("sales.entry.absurd_quantity", text);
            case PERCENT_OUT_OF_RANGE -> desk.refuse("sales.entry.percent", text);
        }
    }
}
