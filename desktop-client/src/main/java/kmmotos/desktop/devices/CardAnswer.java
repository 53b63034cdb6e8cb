package kmmotos.desktop.devices;

/// How a card payment ended.
public sealed interface CardAnswer {

    /// Paid.
    ///
    /// @param reference what the terminal's slip says, to find the payment again
    record Approved(String reference) implements CardAnswer {}

    /// Refused by the bank or the terminal.
    record Declined(String reason) implements CardAnswer {}

    /// Given up at the till before the card was charged.
    record Abandoned() implements CardAnswer {}
}
