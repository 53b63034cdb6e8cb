package kmmotos.desktop.devices;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import kmmotos.model.payments.PaymentIntent;

/// Takes a card payment. The intent must be in the journal before this is called: what the terminal
/// answers may get lost, that it was asked must not.
public interface CardTerminal {

    /// Asks for the payment, a refund when the amount is negative. The answer comes exactly once,
    /// on any thread; a stage that fails means that nobody knows what happened.
    CompletionStage<CardAnswer> charge(PaymentIntent intent);

    /// Gives up waiting, if the terminal still can; the answer is then [CardAnswer.Abandoned].
    void abandon(UUID intentId);
}
