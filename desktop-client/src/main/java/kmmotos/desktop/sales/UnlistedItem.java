package kmmotos.desktop.sales;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kmmotos.desktop.money.TypedNumbers;
import kmmotos.model.catalog.Names;
import kmmotos.model.catalog.Product;
import kmmotos.model.catalog.Sku;
import kmmotos.model.catalog.Unit;
import kmmotos.model.catalog.Variant;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.Placement;
import kmmotos.model.pricing.Price;
import kmmotos.model.sales.SaleLine;

/// Goods that no catalogue has, as the clerk typed them: the supplier's number is their SKU. They
/// are taxed as most goods are.
///
/// @param price of one, as the prices of the shop are
public record UnlistedItem(String number, String description, String quantity, String price) {

    public static final UnlistedItem NONE = new UnlistedItem("", "", "", "");

    private static final String TAX_CATEGORY = "standard";

    public boolean isEmpty() {
        return number.isBlank() && description.isBlank() && price.isBlank();
    }

    /// The line that it makes; empty if something is missing or makes no sense.
    Optional<SaleLine> line(SaleModel sale, TypedNumbers numbers) {
        var cost = numbers.money(price, sale.store().currency());
        var count = quantity.isBlank() ? Optional.of(Quantity.ONE) : numbers.quantity(quantity);
        boolean isGood =
                !description.isBlank()
                        && description.strip().length() <= Names.MAX_LENGTH
                        && !number.isBlank()
                        && number.strip().length() <= Sku.MAX_LENGTH
                        && cost.filter(money -> !money.isNegative()).isPresent()
                        && count.filter(Quantity::isPositive).isPresent();
        return isGood
                ? Optional.of(line(sale, UnitPrice.of(cost.get()), count.get()))
                : Optional.empty();
    }

    private SaleLine line(SaleModel sale, UnitPrice unit, Quantity count) {
        var article = article(sale.locale(), unit);
        var open = OpenSale.begin(new UUID(0, 0)).plus(article, count);
        var priced = open.priced(sale.taxes(), sale.context(open)).lines().getFirst();
        return SaleLine.sold(priced, description.strip());
    }

    private Article article(Locale locale, UnitPrice unit) {
        var sku = new Sku(number);
        var variant =
                new Variant(
                        sku,
                        List.of(),
                        List.of(),
                        new TreeMap<>(),
                        Unit.PIECE,
                        Optional.empty(),
                        Optional.empty(),
                        List.of());
        var product =
                new Product(
                        new UUID(0, 0),
                        Names.of(locale.toLanguageTag(), description.strip()),
                        Optional.empty(),
                        "",
                        "",
                        TAX_CATEGORY,
                        List.of(variant),
                        true);
        return new Article(
                product,
                variant,
                List.of(Price.of(sku, unit)),
                Optional.empty(),
                Placement.NOWHERE,
                List.of(),
                Quantity.ZERO,
                Quantity.ZERO,
                Quantity.ZERO,
                List.of());
    }
}
