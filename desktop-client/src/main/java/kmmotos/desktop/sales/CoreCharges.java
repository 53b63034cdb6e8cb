package kmmotos.desktop.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.money.Quantity;
import kmmotos.model.pricing.BasketLine;
import kmmotos.model.sales.SaleLine;

/// The deposits for the old parts of what is sold. They follow the lines by themselves, are never
/// promoted or discounted, and go back for each old part that is here already.
final class CoreCharges {
    /// A sale's line ids are below these two, those of a kit's parts too.
    private static final int CHARGE = 10_000_000;

    private static final int BACK = 20_000_000;

    private CoreCharges() {}

    static boolean isCore(int lineId) {
        return lineId >= CHARGE;
    }

    static boolean isBack(int lineId) {
        return lineId >= BACK;
    }

    /// @param language of the words on the lines
    static List<SaleLine> lines(OpenSale sale, Locale language) {
        var texts = new Texts(language);
        var lines = new ArrayList<SaleLine>();
        for (var line : sale.goods()) {
            var article = sale.article(line.sku());
            article.variant()
                    .coreCharge()
                    .filter(_ -> line.quantity().isPositive())
                    .ifPresent(deposit -> {
                        var name = article.name(language);
                        lines.add(
                                SaleLine.core(
                                        CHARGE + line.lineId(),
                                        line.sku(),
                                        texts.get("sales.core.charge", name),
                                        line.quantity(),
                                        deposit));
                        var here = here(sale, line);
                        if (here.isPositive()) {
                            lines.add(
                                    SaleLine.core(
                                            BACK + line.lineId(),
                                            line.sku(),
                                            texts.get("sales.core.back", name),
                                            here.negated(),
                                            deposit));
                        }
                    });
        }
        return lines;
    }

    /// Old parts count for the first lines of their item, and never for more than is sold.
    private static Quantity here(OpenSale sale, BasketLine.Goods line) {
        var left = sale.parts().cores().getOrDefault(line.sku(), Quantity.ZERO);
        for (var before : sale.goods()) {
            if (before.lineId() == line.lineId()) {
                break;
            }
            if (before.sku().equals(line.sku()) && before.quantity().isPositive()) {
                left = left.minus(before.quantity());
            }
        }
        var most = left.compareTo(line.quantity()) > 0 ? line.quantity() : left;
        return most.isNegative() ? Quantity.ZERO : most;
    }
}
