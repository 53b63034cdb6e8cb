package kmmotos.desktop.reports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.VoidedLine;

/// Where reports get what they tell of.
public interface ReportBook {

    /// @param category its name in the language of the screens
    record Article(String name, String category) {}

    /// @param price for one, as anybody pays it; empty if there is none
    record Standing(Sku sku, Article article, Quantity onHand, Optional<UnitPrice> price) {

        /// What is on the shelf would bring so much; nothing for what is below 0.
        public Optional<Money> value() {
            return onHand.isPositive() ? price.map(each -> each.times(onHand)) : Optional.empty();
        }
    }

    /// The sales of business days, in any order.
    void sales(Period days, Consumer<Sale> to);

    List<VoidedLine> voided(Period days);

    /// Whose name; something that stands for it, if nobody knows.
    String person(UUID staffId);

    Article article(Sku sku, String description);

    /// Every item of which there is something, or less than nothing.
    void stock(Consumer<Standing> to);
}
