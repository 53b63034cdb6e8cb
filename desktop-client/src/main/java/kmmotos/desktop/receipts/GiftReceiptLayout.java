package kmmotos.desktop.receipts;

import java.util.Optional;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;

/// What goes with a present: what was bought, without any price, so that it can be exchanged.
public final class GiftReceiptLayout {
    private final StorePaper paper;

    public GiftReceiptLayout(StorePaper paper) {
        this.paper = paper;
    }

    /// @param code by which any till takes the goods back
    public Slip slip(Sale sale, Optional<String> code) {
        var texts = paper.texts();
        var formats = paper.formats();
        String number = sale.receiptNumber().toString();
        Slip.Builder slip = paper.headed(number).large(texts.get("receipts.gift.title"));
        slip.text(texts.get("receipts.number", number));
        slip.text(formats.dateTime(sale.at())).rule();
        sale.lines().stream()
                .filter(line -> line.kind() == SaleLine.Kind.SALE)
                .forEach(line ->
                        slip.pair(line.description(), formats.quantity(line.quantity()) + " x"));
        slip.rule().centered(texts.get("receipts.gift.exchange")).barcode(number);
        code.ifPresent(slip::qrCode);
        return slip.build();
    }
}
