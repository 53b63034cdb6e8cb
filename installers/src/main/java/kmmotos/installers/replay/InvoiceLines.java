package kmmotos.installers.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Basket;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.pricing.PricedBasket;
import kmmotos.model.pricing.PricingContext;
import kmmotos.model.pricing.PricingEngine;
import kmmotos.model.sales.SaleLine;

/// Rings an invoice up: every line at the price it has in the file, through the same engine as any
/// other sale. A cancelled line is a return, a negative quantity elsewhere is a write-off.
record InvoiceLines(PricingEngine engine, PricingContext context) {
    private static final String TAX_CATEGORY = "standard";

    List<SaleLine> of(RetailInvoice invoice) {
        List<BasketLine> lines = new ArrayList<>();
        for (RetailLine line : invoice.lines()) {
            lines.add(basketLine(lines.size() + 1, line));
        }
        PricedBasket priced = engine.price(new Basket(lines, Optional.empty(), List.of()), context);
        return IntStream.range(0, lines.size())
                .mapToObj(i ->
                        SaleLine.of(
                                priced.lines().get(i),
                                kind(invoice, invoice.lines().get(i)),
                                invoice.lines().get(i).description(),
                                Optional.empty()))
                .toList();
    }

    private BasketLine basketLine(int lineId, RetailLine line) {
        return new BasketLine(
                lineId,
                new Sku(line.sku()),
                TAX_CATEGORY,
                Quantity.of(line.quantity()),
                Optional.of(new UnitPrice(line.unitPrice(), context.currency())),
                Optional.empty());
    }

    private static SaleLine.Kind kind(RetailInvoice invoice, RetailLine line) {
        if (line.quantity() >= 0) {
            return SaleLine.Kind.SALE;
        }
        return invoice.isCancellation() ? SaleLine.Kind.RETURN : SaleLine.Kind.WRITE_OFF;
    }
}
