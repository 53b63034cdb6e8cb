package kmmotos.desktop.receipts;

import kmmotos.model.quotes.Quote;

/// A quote on the receipt printer. Its barcode brings it back at any till.
public final class QuoteLayout {
    private final StorePaper paper;

    public QuoteLayout(StorePaper paper) {
        this.paper = paper;
    }

    public Slip slip(Quote quote) {
        var texts = paper.texts();
        var formats = paper.formats();
        Slip.Builder slip = paper.headed(quote.number()).large(texts.get("receipts.quote.title"));
        slip.boldPair(quote.number(), formats.date(quote.day()));
        if (!quote.customerName().isBlank()) {
            slip.text(texts.get("receipts.customer", quote.customerName()));
        }
        slip.bold(texts.get("receipts.quote.until", formats.date(quote.validUntil()))).rule();
        quote.lines()
                .forEach(line -> {
                    slip.text(line.description());
                    slip.pair(
                            "  %s x %s (%s)"
                                    .formatted(
                                            formats.quantity(line.quantity()),
                                            formats.amount(line.unit()),
                                            line.sku()),
                            formats.amount(line.total()));
                });
        slip.rule().largePair(texts.get("receipts.total"), formats.money(quote.total()));
        if (!quote.note().isBlank()) {
            slip.gap().text(quote.note());
        }
        return slip.gap().barcode(quote.number()).build();
    }
}
