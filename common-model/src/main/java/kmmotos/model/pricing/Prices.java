package kmmotos.model.pricing;

import java.util.List;
import kmmotos.model.catalog.Sku;

/// Where the engine looks prices up: the price list that is in force.
@FunctionalInterface
public interface Prices {

    /// Every row of the SKU, in any order; empty if it has no price.
    List<Price> of(Sku sku);
}
