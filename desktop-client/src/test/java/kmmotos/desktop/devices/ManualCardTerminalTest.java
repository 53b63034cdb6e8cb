package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Currency;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.payments.PaymentIntent;
import org.junit.jupiter.api.Test;

class ManualCardTerminalTest {

    private final ManualCardTerminal terminal = new ManualCardTerminal();
    private final PaymentIntent intent = intent();

    @Test
    void theClerkConfirmsWhatTheTerminalShowed() {
        var answer = terminal.charge(intent).toCompletableFuture();
        assertThat(answer).isNotDone();
        assertThat(terminal.waiting()).contains(intent);

        terminal.approve(intent.intentId(), " NSU 004711 ");

        assertThat(answer).isCompletedWithValue(new CardAnswer.Approved("NSU 004711"));
        assertThat(terminal.waiting()).isEmpty();
    }

    @Test
    void aSecondAnswerChangesNothing() {
        var answer = terminal.charge(intent).toCompletableFuture();
        terminal.decline(intent.intentId(), "no funds");
        terminal.approve(intent.intentId(), "004711");
        assertThat(answer).isCompletedWithValue(new CardAnswer.Declined("no funds"));
    }

    @Test
    void anAnswerToAnotherPaymentIsNotTaken() {
        var answer = terminal.charge(intent).toCompletableFuture();
        terminal.approve(UUID.randomUUID(), "004711");
        assertThat(answer).isNotDone();
        terminal.abandon(intent.intentId());
        assertThat(answer).isCompletedWithValue(new CardAnswer.Abandoned());
    }

    @Test
    void onlyOnePaymentIsTakenAtATime() {
        var answer = terminal.charge(intent);
        assertThatIllegalStateException()
                .isThrownBy(() -> terminal.charge(intent()))
                .withMessageContaining(intent.intentId().toString());
        assertThat(answer.toCompletableFuture()).isNotDone();
    }

    private static PaymentIntent intent() {
        return new PaymentIntent(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Money.parse("39.90", Currency.getInstance("BRL")));
    }
}
