package kmmotos.desktop.returns;

import kmmotos.model.sales.ReceiptNumber;

/// What came of looking for a receipt.
public sealed interface ReceiptFound {
    record Found(SoldBefore sold) implements ReceiptFound {}

    /// Nobody who could be asked knows it.
    ///
    /// @param askedHeadOffice false if it could not be asked: it may know more
    record Unknown(boolean askedHeadOffice) implements ReceiptFound {}

    /// A code that is meant to be a receipt and can't be read whole.
    record Damaged() implements ReceiptFound {}

    /// The till that it names did not sign it.
    record Forged(ReceiptNumber claimed) implements ReceiptFound {}

    /// Head office told of no such till, as far as this one heard.
    record UnknownTill(ReceiptNumber claimed) implements ReceiptFound {}

    /// Head office revoked that till and no other took its place: its key may be in wrong hands.
    record RevokedTill(ReceiptNumber claimed) implements ReceiptFound {}
}
