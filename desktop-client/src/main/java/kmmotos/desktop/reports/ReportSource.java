package kmmotos.desktop.reports;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.catalog.Sku;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;

/// What every report is made from.
record ReportSource(Workplace workplace, ReportBook book, Map<Sku, ReportBook.Article> articles) {

    ReportSource(Workplace workplace, ReportBook book) {
        this(workplace, book, new HashMap<>());
    }

    /// Nobody reads more.
    static final int MAX_ROWS = 2_000;

    Currency currency() {
        return workplace.store().currency();
    }

    /// Sales in another currency, which only an imported document can be, are left out.
    ///
    /// @return all of them together
    Tally sales(Period period, Consumer<Sale> to) {
        Tally[] sum = {Tally.none(currency())};
        book.sales(
                period,
                sale -> {
                    if (sale.total().currency().equals(currency())) {
                        sum[0] = sum[0].plus(Tally.of(sale));
                        to.accept(sale);
                    }
                });
        return sum[0];
    }

    /// The same article for every line of it: names are looked up once a report.
    ReportBook.Article article(SaleLine line) {
        return articles.computeIfAbsent(line.sku(), sku -> book.article(sku, line.description()));
    }

    String allOf() {
        return workplace.texts().get("reports.all");
    }
}
