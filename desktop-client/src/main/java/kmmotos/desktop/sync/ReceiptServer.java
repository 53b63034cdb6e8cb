package kmmotos.desktop.sync;

import kmmotos.model.quotes.Quote;
import kmmotos.model.returns.ReceiptAnswer;
import kmmotos.model.sales.ReceiptNumber;

/// The server as a till asks it for receipts and quotes of the chain.
public interface ReceiptServer {
    /// @return a refusal `unknown_receipt` if there is no such receipt
    Reply<ReceiptAnswer> receipt(ReceiptNumber number);

    /// @return a refusal `unknown_quote` if there is no such quote
    Reply<Quote> quote(String number);
}
