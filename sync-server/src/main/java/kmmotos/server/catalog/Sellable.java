package kmmotos.server.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Quantity;

/// What a cart has to know of a SKU.
///
/// @param description as it will be printed
/// @param divisible whether less than one may be sold
public record Sellable(
        Sku sku, UUID productId, String description, String taxCategory, boolean divisible) {

    static Sellable from(ResultSet row) throws SQLException {
        return new Sellable(
                new Sku(row.getString("sku")),
                row.getObject("product_id", UUID.class),
                row.getString("description"),
                row.getString("tax_category"),
                row.getBoolean("divisible"));
    }

    /// Whether this much can be sold at once.
    public boolean canBeSoldIn(Quantity quantity) {
        return quantity.isPositive() && (divisible || quantity.isWhole());
    }
}
