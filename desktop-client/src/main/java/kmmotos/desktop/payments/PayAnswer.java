package kmmotos.desktop.payments;

import kmmotos.model.money.Money;

/// What came of trying to pay.
public sealed interface PayAnswer {
    /// All is paid.
    record Covered() implements PayAnswer {}

    /// A part is paid; this much is left.
    record Part(Money left) implements PayAnswer {}

    /// The card terminal is asked for this much.
    record AtTerminal(Money amount) implements PayAnswer {}

    record NothingGiven() implements PayAnswer {}

    /// More than anybody hands over: most likely a barcode in the wrong field.
    record Absurd(Money given) implements PayAnswer {}

    /// Cards give no change.
    record CardOverDue(Money due) implements PayAnswer {}

    /// Nothing is being paid, or the terminal is busy.
    record NotNow() implements PayAnswer {}
}
