package kmmotos.desktop.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.staff.StaffMember;
import kmmotos.model.sync.Event;

/// A basket in writing: offered with a number and a last day, brought back at any till, and sold at
/// its prices while they hold.
public final class QuoteModel {
    private final SaleDesk desk;
    private final ParkModel parking;

    QuoteModel(SaleDesk desk, ParkModel parking) {
        this.desk = desk;
        this.parking = parking;
    }

    /// What the clerk typed.
    ///
    /// @param days how long the prices hold
    public record Terms(String days, String customerName, String note) {}

    /// Whether the sale in front can be offered; says why not.
    public boolean canBeMade() {
        var sale = desk.sale();
        boolean sells =
                sale.saleLines().stream().allMatch(line -> line.kind() == SaleLine.Kind.SALE);
        if (sale.stateProperty().get() != SaleState.SELL || !sale.sale().hasLines()) {
            desk.note("sales.quote.empty");
            return false;
        }
        if (!sells || sale.sale().orderId().isPresent() || !sale.sale().paid().isEmpty()) {
            desk.refuse("sales.quote.only_goods");
            return false;
        }
        return true;
    }

    /// The name of the customer who was chosen for the sale.
    public String customerName() {
        return desk.sale().sale().customer().map(Customer::name).orElse("");
    }

    /// Writes the quote down and clears the counter.
    ///
    /// @param made told once it is written
    public void make(Terms terms, Consumer<Quote> made) {
        var days = days(terms.days());
        var staff = desk.signIn().operator();
        if (days.isEmpty() || terms.note().length() > Quote.MAX_NOTE) {
            desk.refuse("sales.quote.days", Quote.MAX_DAYS);
            return;
        }
        if (staff.isEmpty() || !canBeMade()) {
            return;
        }
        var sale = desk.sale().sale();
        var lines = desk.sale().saleLines();
        var total = desk.sale().totalsProperty().get().due();
        desk.counter()
                .background()
                .run(
                        () -> record(sale, lines, total, days.get(), terms, staff.get()),
                        quote -> {
                            desk.sale().begin();
                            desk.messages()
                                    .done(
                                            desk.texts()
                                                    .get(
                                                            "sales.quote.done",
                                                            quote.number(),
                                                            desk.formats()
                                                                    .date(quote.validUntil())));
                            made.accept(quote);
                        },
                        desk.failed("sales.journal.failed"));
    }

    private static Optional<Integer> days(String typed) {
        return Optional.of(typed.strip())
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .filter(days -> days <= Quote.MAX_DAYS);
    }

    private Quote record(
            OpenSale sale,
            List<SaleLine> lines,
            Money total,
            int days,
            Terms terms,
            StaffMember staff) {
        var counter = desk.counter();
        var store = desk.sale().store();
        LocalDate today = today();
        var quote =
                new Quote(
                        counter.ids().get(),
                        counter.books().nextQuoteNumber(),
                        store.storeId(),
                        counter.device(),
                        today,
                        counter.clock().get(),
                        today.plusDays(days),
                        staff.staffId(),
                        sale.customer().map(Customer::customerId),
                        terms.customerName().strip(),
                        lines,
                        total,
                        terms.note().strip());
        counter.journal().record(new Event.QuoteMade(quote));
        return quote;
    }

    private LocalDate today() {
        return desk.sale()
                .shift()
                .map(ShiftOpening::businessDay)
                .orElseGet(() -> desk.sale().store().dayAt(desk.counter().clock().get()));
    }

    /// Brings a quote to the front by its number, from whichever shop made it.
    public void recall(String number) {
        desk.counter()
                .background()
                .run(
                        () -> desk.counter().books().quote(number).map(this::opened),
                        found ->
                                found.ifPresentOrElse(
                                        this::show,
                                        () -> desk.refuse("sales.quote.unknown", number)),
                        desk.failed("sales.lookup.failed"));
    }

    /// @param missing articles that are not in the books any more
    private record Opened(Quote quote, OpenSale sale, boolean holds, List<String> missing) {}

    /// What was offered, of a kit's parts the kit, once.
    private record Wanted(Sku sku, String name, Quantity quantity) {

        static List<Wanted> of(Quote quote) {
            var wanted = new ArrayList<Wanted>();
            var kits = new HashSet<SaleLine.KitOf>();
            for (var line : quote.lines()) {
                if (line.kit().isEmpty()) {
                    wanted.add(new Wanted(line.sku(), line.description(), line.quantity()));
                } else if (kits.add(line.kit().get())) {
                    var kit = line.kit().get();
                    wanted.add(new Wanted(kit.sku(), kit.description(), kit.quantity()));
                }
            }
            return wanted;
        }
    }

    private Opened opened(Quote quote) {
        var books = desk.counter().books();
        UUID saleId = desk.counter().ids().get();
        var sale =
                OpenSale.begin(saleId)
                        .withCustomer(quote.customerId().flatMap(books::customer))
                        .from(quote.number());
        if (quote.holdsOn(today())) {
            return new Opened(quote, sale.withFixed(fixed(quote)), true, List.of());
        }
        var missing = new ArrayList<String>();
        for (var wanted : Wanted.of(quote)) {
            var article = books.article(wanted.sku());
            if (article.isEmpty()) {
                missing.add(wanted.name());
            } else {
                sale = sale.plus(article.get(), wanted.quantity());
            }
        }
        return new Opened(quote, sale, false, missing);
    }

    private static List<SaleLine> fixed(Quote quote) {
        var lines = new ArrayList<SaleLine>();
        for (var line : quote.lines()) {
            lines.add(line.numbered(OpenSale.FIRST_FIXED_ID + lines.size()));
        }
        return lines;
    }

    private void show(Opened opened) {
        if (!parking.park()) {
            return;
        }
        desk.sale().begin();
        desk.sale().change(opened.sale(), 0);
        var until = desk.formats().date(opened.quote().validUntil());
        if (opened.holds()) {
            desk.note("sales.quote.recalled", opened.quote().number(), until);
        } else {
            desk.warn("sales.quote.over", opened.quote().number(), until);
        }
        opened.missing().forEach(name -> desk.warn("sales.quote.missing", name));
    }
}
