package kmmotos.model.pricing;

import kmmotos.model.money.UnitPrice;

/// What one unit costs.
///
/// @param list what everybody pays for one
/// @param unit what this customer pays for this many
public record Quote(UnitPrice list, UnitPrice unit, PriceReason reason) {}
