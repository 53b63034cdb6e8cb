package kmmotos.model.leases;

import kmmotos.model.money.Money;

/// What is on a gift card.
///
/// @param held how much of it tills have set aside at the moment
public record CardBalance(Money balance, Money held) {}
