package kmmotos.desktop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.devices.PrintQueue;
import kmmotos.desktop.quotes.QuotePage;
import kmmotos.desktop.receipts.GiftCardLayout;
import kmmotos.desktop.receipts.GiftReceiptLayout;
import kmmotos.desktop.receipts.QuoteLayout;
import kmmotos.desktop.receipts.ReceiptLayout;
import kmmotos.desktop.receipts.Slip;
import kmmotos.desktop.receipts.StorePaper;
import kmmotos.desktop.sync.DeviceKey;
import kmmotos.model.customers.Customer;
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
    private final ReceiptLayout layout;
    private final GiftCardLayout giftCards;
    private final GiftReceiptLayout gifts;
    private final DeviceKey key;

    public TillReceipts(Till till, PrintQueue printer) {
        this.till = till;
        this.printer = printer;
        this.paper = StorePaper.of(till.store());
        this.layout = new ReceiptLayout(paper);
        this.giftCards = new GiftCardLayout(paper);
        this.gifts = new GiftReceiptLayout(paper);
        this.key = DeviceKey.read(till.config().folder());
    }

    /// Drawer first: it is five bytes, and the clerk waits for it.
    ///
    /// @param drawer of the shift it was sold in
    public void handOut(Sale sale, int drawer) {
        if (sale.tenders().stream().anyMatch(Tender.Cash.class::isInstance)) {
            printer.openDrawer(drawer);
        }
        printer.print(slip(sale));
        cards(sale).forEach(printer::print);
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
        return layout.receipt(
                sale, till.database().read(session -> names(session, sale)), code(sale));
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
    public Path saveQuote(Quote quote, Path file) {
        new QuotePage(paper).write(quote, file);
        return file;
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
                sale.customerId()
                        .flatMap(customerId -> stores.customers().find(session, customerId))
                        .map(Customer::name),
                sale.orderId().flatMap(orderId -> number(session, orderId)));
    }

    private Optional<String> number(StatelessSession session, UUID orderId) {
        return till.stores().orders().find(session, orderId).map(order -> order.number());
    }
}
