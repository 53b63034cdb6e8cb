package kmmotos.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Messages messages = new Messages();

    @Test
    void theOldestMakesRoom() {
        for (int i = 0; i <= Messages.MAX_SHOWN; i++) {
            messages.note("note " + i);
        }
        assertThat(messages.shown())
                .hasSize(Messages.MAX_SHOWN)
                .first()
                .matches(it -> it.text().equals("note 1"));
    }

    @Test
    void whatIsBrokenOutlivesTheMoment() {
        messages.problem("The printer is off.");
        messages.refuse("Nothing here has this code.");
        messages.warn("It costs nothing.");
        messages.forgetTheMoment();
        assertThat(messages.shown())
                .extracting(Message::text)
                .containsExactly("The printer is off.");
    }

    @Test
    void theNewestIsDismissedFirst() {
        messages.note("first");
        messages.note("second");
        assertThat(messages.dismissNewest()).isTrue();
        assertThat(messages.shown()).extracting(Message::text).containsExactly("first");
        messages.clear();
        assertThat(messages.dismissNewest()).isFalse();
    }
}
