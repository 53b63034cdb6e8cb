package kmmotos.desktop.sales;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kmmotos.desktop.returns.ReceiptFound;
import kmmotos.model.catalog.Sku;
import kmmotos.model.customers.Customer;
import kmmotos.model.deposits.CounterOrderProgress;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.payments.ForeignRates;
import kmmotos.model.payments.PaymentIntent;
import kmmotos.model.pricing.Coupon;
import kmmotos.model.pricing.TaxRules;
import kmmotos.model.quotes.Quote;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.ShiftOpening;
import kmmotos.model.sales.ShiftTerms;
import kmmotos.model.scanning.ScanGrammar;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.stores.Store;

/// What the counter looks up in the till's own books; nothing here needs the network. Called away
/// from the window's thread.
public interface CounterBooks {
    Store store();

    TaxRules taxes();

    /// The foreign cash that is taken here.
    ForeignRates foreignRates();

    /// How codes are read here.
    ScanGrammar scans();

    /// The article with exactly this GTIN, SKU or part number, however it is written; several when
    /// a part number is shared.
    List<Article> byCode(String code);

    Optional<Article> article(Sku sku);

    List<Article> search(String words, int limit);

    /// Words by which [PartsBook#bikes] finds something, such as `cg 160 2019 brake`.
    Optional<String> exampleForBike(Locale locale);

    List<Customer> customers(String words, int limit);

    /// A coupon by its code, or by what the QR code of a signed one holds.
    Optional<CouponFound> coupon(String code);

    /// Those of these signed coupons that were used meanwhile, as far as this till knows.
    List<Coupon> spent(List<Coupon> coupons);

    /// The sale with this receipt number, with this last part of one (`1043`), or that a receipt's
    /// QR code holds, and what of it came back already. Asks head office if there is a connection.
    ReceiptFound receipt(String typed);

    /// What is known of a serial number: here, at the shop's other tills, and at head office if
    /// there is a connection.
    SerialHistory serial(String number);

    /// The least that was paid for one of these at this till since then.
    Optional<UnitPrice> lowestPaid(Sku sku, Instant since);

    /// A quote by its number, of whichever shop made it. Asks head office if there is a connection
    /// and nobody nearer knows it.
    Optional<Quote> quote(String number);

    /// This till's own, newest first.
    List<Quote> latestQuotes(int limit);

    String nextQuoteNumber();

    String nextCounterOrderNumber();

    /// A counter's order of this shop by its number.
    Optional<CounterOrderProgress> counterOrder(String number);

    /// The sales in which its deposits were paid in, as far as they were at this till.
    List<Sale> depositSales(CounterOrderProgress progress);

    Optional<Customer> customer(UUID customerId);

    /// Whether a sale with this id was finished, as when the till stopped before it could be taken
    /// off the counter.
    boolean isSold(UUID saleId);

    /// Newest first.
    List<Sale> latestSales(int limit);

    /// The shift this member of staff sells in.
    Optional<ShiftOpening> openShift(UUID staffId);

    /// How a shift can be opened now; empty if every drawer has one.
    Optional<ShiftTerms> termsForNextShift();

    /// Card payments that were begun and of which neither a sale nor a refusal was written down.
    List<PaymentIntent> unsettledPayments();
}
