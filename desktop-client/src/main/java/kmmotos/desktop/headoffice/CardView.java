package kmmotos.desktop.headoffice;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;

/// A gift card as the server knows it, which is not by its number.
///
/// @param held of the balance, by tills
/// @param receipt of the sale by which money first went on it
public record CardView(
        UUID cardId,
        String lastFour,
        Money balance,
        Money held,
        boolean blocked,
        Instant openedAt,
        Optional<String> receipt) {

    /// What is on all cards of a currency.
    ///
    /// @param cards with money on them
    public record OnCards(long cards, Money owed, Money held) {}

    record Moved(Money amount) {}
}
