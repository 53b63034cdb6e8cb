package kmmotos.desktop.devices;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kmmotos.model.payments.PaymentIntent;
import org.jspecify.annotations.Nullable;

/// A terminal that stands beside the till without a cable: the clerk types the amount there, and
/// tells the till here how it ended. One payment at a time.
public final class ManualCardTerminal implements CardTerminal {

    private record Asked(PaymentIntent intent, CompletableFuture<CardAnswer> answer) {}

    private @Nullable Asked asked;

    @Override
    public synchronized CompletionStage<CardAnswer> charge(PaymentIntent intent) {
        if (asked != null) {
            throw new IllegalStateException(
                    "one card payment at a time, still waiting for " + asked.intent().intentId());
        }
        var answer = new CompletableFuture<CardAnswer>();
        asked = new Asked(intent, answer);
        return answer;
    }

    @Override
    public void abandon(UUID intentId) {
        answer(intentId, new CardAnswer.Abandoned());
    }

    /// The clerk saw "approved" on the terminal.
    public void approve(UUID intentId, String reference) {
        answer(intentId, new CardAnswer.Approved(reference.strip()));
    }

    /// The clerk saw a refusal on the terminal.
    public void decline(UUID intentId, String reason) {
        answer(intentId, new CardAnswer.Declined(reason.strip()));
    }

    /// The payment the till waits for.
    public synchronized Optional<PaymentIntent> waiting() {
        return Optional.ofNullable(asked).map(Asked::intent);
    }

    /// An answer to a payment that is over, as by a second click, changes nothing.
    private void answer(UUID intentId, CardAnswer answer) {
        take(intentId).ifPresent(taken -> taken.answer().complete(answer));
    }

    private synchronized Optional<Asked> take(UUID intentId) {
        if (asked == null || !asked.intent().intentId().equals(intentId)) {
            return Optional.empty();
        }
        Asked taken = asked;
        asked = null;
        return Optional.of(taken);
    }
}
