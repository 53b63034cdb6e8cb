package kmmotos.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.quotes.QuotePage;
import kmmotos.desktop.receipts.CounterOrderLayout;
import kmmotos.desktop.receipts.GiftCardLayout;
import kmmotos.desktop.receipts.GiftReceiptLayout;
import kmmotos.desktop.receipts.MailText;
import kmmotos.desktop.receipts.QuoteLayout;
import kmmotos.desktop.receipts.ReceiptLayout;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.quotes.Quote;
import kmmotos.model.returns.SignedReceipt;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.sales.Tender;
import kmmotos.model.staff.StaffMember;
import org.hibernate.StatelessSession;

/// Receipts of this till's sales: opens the drawer and prints, without ever holding up or undoing a
/// sale.
public final class TillReceipts {
    private final Till till;
    private final PrintQueue printer;
    private final StorePaper paper;
    private final GiftCardLayout giftCards;
    private final GiftReceiptLayout gifts;
    private final DeviceKey key;

    public TillReceipts(Till till, PrintQueue printer) {
        this.till = till;
        this.printer = printer;
        this.paper = StorePaper.of(till.store());
        this.giftCards = new GiftCardLayout(paper);
        this.gifts = new GiftReceiptLayout(paper);
        this.key = DeviceKey.read(till.config().folder());
    }

    /// Drawer first: it is five bytes, and the clerk waits for it.
    ///
    /// @param drawer of the shift it was sold in
    public void handOut(Sale sale, int drawer) {
        if (sale.tenders().stream().anyMatch(Tender::isInDrawer)) {
            printer.openDrawer(drawer);
        }
        printer.print(slip(sale));
        cards(sale).forEach(printer::print);
        orders(sale).forEach(printer::print);
    }

    /// The gift cards that were handed out with a sale.
    private List<Slip> cards(Sale sale) {
        return sale.tenders().stream()
                .filter(Tender.GiftCard.class::isInstance)
                .map(Tender.GiftCard.class::cast)
                .flatMap(card ->
                        card.serial().stream()
                                .map(serial ->
                                        giftCards.card(
                                                till.leases().card(serial),
                                                card.amount().negated(),
                                                sale.at())))
                .toList();
    }

    /// The slips of the counter's orders that a deposit was taken for. The books may not hold the
    /// sale yet.
    private List<Slip> orders(Sale sale) {
        return till.database()
                .read(session ->
                        sale.deposits()
                                .filter(Tender::isLoad)
                                .flatMap(deposit ->
                                        till
                                                .stores()
                                                .counterOrders()
                                                .find(session, deposit.orderId())
                                                .stream())
                                .map(progress ->
                                        new CounterOrderLayout(paper).slip(progress.plus(sale)))
                                .toList());
    }

    /// @return false if no printer is set up
    public boolean printOrder(CounterOrderProgress progress) {
        boolean printsOnPaper = printer.printsOnPaper();
        if (printsOnPaper) {
            printer.print(new CounterOrderLayout(paper).slip(progress));
        }
        return printsOnPaper;
    }

    /// @return false if no printer is set up
    public boolean printAgain(Sale sale) {
        boolean printsOnPaper = printer.printsOnPaper();
        if (printsOnPaper) {
            printer.print(paper.copyOf(slip(sale)));
            cards(sale).forEach(card -> printer.print(paper.copyOf(card)));
        }
        return printsOnPaper;
    }

    public Slip slip(Sale sale) {
        return till.database().read(session -> slip(session, sale));
    }

    /// In the customer's language, if they want another than the shop's.
    private Slip slip(StatelessSession session, Sale sale) {
        return receipt(session, theirs(session, sale).orElse(paper), sale);
    }

    private Optional<StorePaper> theirs(StatelessSession session, Sale sale) {
        return customer(session, sale)
                .flatMap(Customer::language)
                .map(tag -> StorePaper.of(paper.store(), tag));
    }

    private Slip receipt(StatelessSession session, StorePaper on, Sale sale) {
        return new ReceiptLayout(on).receipt(sale, names(session, sale), code(sale));
    }

    /// The receipt as a mail.
    public MailText mail(Sale sale) {
        return till.database()
                .read(session -> {
                    var on = theirs(session, sale).orElse(paper);
                    return MailText.receipt(on, sale, receipt(session, on, sale));
                });
    }

    private Optional<Customer> customer(StatelessSession session, Sale sale) {
        return sale.customerId()
                .flatMap(customerId -> till.stores().customers().find(session, customerId));
    }

    /// What goes with a present.
    ///
    /// @return false if no printer is set up
    public boolean printGift(Sale sale) {
        boolean printsOnPaper = printer.printsOnPaper();
        if (printsOnPaper) {
            printer.print(gifts.slip(sale, code(sale)));
        }
        return printsOnPaper;
    }

    /// @return false if no printer is set up
    public boolean printQuote(Quote quote) {
        boolean printsOnPaper = printer.printsOnPaper();
        if (printsOnPaper) {
            printer.print(new QuoteLayout(paper).slip(quote));
        }
        return printsOnPaper;
    }

    /// Writes a quote as pages of A4.
    public void saveQuote(Quote quote, Path file) {
        new QuotePage(paper).write(quote, file);
    }

    /// Only what this till sold can come back by its signature.
    private Optional<String> code(Sale sale) {
        boolean hasGoods =
                sale.lines().stream().anyMatch(line -> line.kind() == SaleLine.Kind.SALE);
        boolean isOwn = sale.device().equals(till.identity().till().deviceId());
        return hasGoods && isOwn
                ? Optional.of(SignedReceipt.sign(sale, key.privateKey()).text())
                : Optional.empty();
    }

    private ReceiptLayout.Names names(StatelessSession session, Sale sale) {
        var stores = till.stores();
        return new ReceiptLayout.Names(
                stores.staff()
                        .find(session, sale.staffId())
                        .map(StaffMember::name)
                        .orElse(sale.staffId().toString()),
                customer(session, sale).map(Customer::name),
                sale.orderId().flatMap(orderId -> number(session, orderId)));
    }

    private Optional<String> number(StatelessSession session, UUID orderId) {
        return till.stores().orders().find(session, orderId).map(order -> order.number());
    }
}
