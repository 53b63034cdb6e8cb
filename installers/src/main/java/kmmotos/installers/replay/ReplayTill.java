package kmmotos.installers.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kmmotos.installers.till.Document;
import kmmotos.installers.till.HeadlessTill;
import kmmotos.model.money.Money;
import kmmotos.model.pricing.PricingContext;

/// One till that sells its share of the invoices, a shift for each day, Z at its end.
final class ReplayTill implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final HeadlessTill till;
    private final UUID cashier;
    private final List<RetailInvoice> invoices;
    private final int alreadySold;

    ReplayTill(HeadlessTill till, UUID cashier, List<RetailInvoice> invoices) {
        this.till = till;
        this.cashier = cashier;
        this.invoices = invoices;
        this.alreadySold = till.saleCount();
    }

    int alreadySold() {
        return alreadySold;
    }

    void sellAll(Runnable afterEach) {
        for (RetailInvoice invoice : invoices.subList(alreadySold, invoices.size())) {
            LocalDate day = invoice.at().toLocalDate();
            beOpenOn(day);
            InvoiceLines lines =
                    new InvoiceLines(
                            till.pricing(), PricingContext.of(till.store(), day, Optional.empty()));
            till.sell(
                    Document.paidExactly(
                                    saleId(invoice),
                                    cashier,
                                    invoice.at().atZone(till.store().timeZone()).toInstant(),
                                    lines.of(invoice))
                            .referringTo(invoice.number()));
            afterEach.run();
        }
        if (till.openDay().isPresent()) {
            till.closeShift(cashier);
        }
    }

    void awaitConfirmation() {
        till.awaitConfirmation(PATIENCE);
    }

    @Override
    public void close() {
        till.close();
    }

    /// The same invoice is the same sale, however often it is tried.
    private static UUID saleId(RetailInvoice invoice) {
        return UUID.nameUUIDFromBytes(invoice.number().getBytes(StandardCharsets.UTF_8));
    }

    private void beOpenOn(LocalDate day) {
        Optional<LocalDate> open = till.openDay();
        if (open.isPresent() && !open.get().equals(day)) {
            till.closeShift(cashier);
            open = Optional.empty();
        }
        if (open.isEmpty()) {
            till.openShift(cashier, day, Money.zero(till.store().currency()));
        }
    }
}
