package kmmotos.model.leases;

import kmmotos.model.money.Money;

/// A customer's account.
///
/// @param limit how much they may owe
/// @param owes below 0 if they paid ahead
/// @param blocked whether nothing may be bought on it now
public record AccountBalance(Money limit, Money owes, boolean blocked) {}
