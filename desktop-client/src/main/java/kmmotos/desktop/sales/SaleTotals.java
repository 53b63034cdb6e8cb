package kmmotos.desktop.sales;

import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;

/// What the open sale comes to.
///
/// @param discount taken off, 0 or negative
/// @param returned what lines given back by receipt are worth, 0 or negative
/// @param cores deposits for old parts, those that are here already taken off
/// @param due what is to be paid; negative is to be paid back
public record SaleTotals(
        Quantity units,
        Money gross,
        Money discount,
        Money tax,
        Money returned,
        Money cores,
        Money due) {}
