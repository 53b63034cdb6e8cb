package kmmotos.desktop.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import kmmotos.model.payments.PaymentIntent;

/// A terminal without hardware that answers at once, by default "approved".
public final class SimulatedCardTerminal implements CardTerminal {

    private final List<PaymentIntent> charged = new ArrayList<>();
    private Function<PaymentIntent, CardAnswer> bank =
            intent -> new CardAnswer.Approved("SIM-" + intent.intentId());

    @Override
    public synchronized CompletionStage<CardAnswer> charge(PaymentIntent intent) {
        charged.add(intent);
        return CompletableFuture.completedFuture(bank.apply(intent));
    }

    @Override
    public void abandon(UUID intentId) {
        // Every payment has been answered already.
    }

    /// What the bank says to the payments from now on.
    public synchronized void answerWith(Function<PaymentIntent, CardAnswer> other) {
        bank = other;
    }

    public synchronized List<PaymentIntent> charged() {
        return List.copyOf(charged);
    }
}
