package kmmotos.desktop.receipts;

import java.util.function.Function;
import kmmotos.desktop.money.Formats;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.catalog.Sku;
import kmmotos.model.purchasing.SupplierReturn;

/// The slip that goes with goods to a supplier: what, how many, why, and a line to sign on.
public final class SupplierReturnLayout {

    private final StorePaper paper;
    private final Texts texts;
    private final Formats formats;

    public SupplierReturnLayout(StorePaper paper) {
        this.paper = paper;
        this.texts = paper.texts();
        this.formats = paper.formats();
    }

    /// @param names what the items are called
    /// @param by who gives them back
    public Slip slip(SupplierReturn goods, Function<Sku, String> names, String by) {
        String title = texts.get("receipts.supplier_return.title");
        Slip.Builder slip = paper.headed(title).large(title);
        slip.rule();
        slip.pair(texts.get("receipts.supplier_return.supplier"), goods.supplier());
        slip.pair(texts.get("receipts.cash.at"), formats.dateTime(goods.at()));
        slip.pair("", texts.get("receipts.report.by", by));
        slip.pair(
                texts.get("receipts.supplier_return.reason"),
                texts.get("receipts.supplier_return.reason." + goods.reason()));
        if (!goods.reference().isEmpty()) {
            slip.pair(texts.get("receipts.supplier_return.reference"), goods.reference());
        }
        slip.rule();
        goods.lines()
                .forEach(line -> {
                    slip.text(names.apply(line.sku()));
                    slip.pair("  " + line.sku().value(), formats.quantity(line.quantity()) + " x");
                });
        return slip.rule()
                .gap()
                .text("_".repeat(28))
                .text(texts.get("receipts.supplier_return.signature"))
                .build();
    }
}
