package kmmotos.desktop.leases;

import kmmotos.model.leases.CardBalance;

/// What came of asking what is on a gift card.
public sealed interface CardFound {
    record OnCard(CardBalance balance) implements CardFound {}

    record Unknown() implements CardFound {}

    /// The server can't be asked.
    record Offline() implements CardFound {}
}
