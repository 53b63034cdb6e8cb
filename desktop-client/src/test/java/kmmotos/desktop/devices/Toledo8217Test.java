package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.devices.scale.Reading;
import kmmotos.desktop.devices.scale.Toledo8217;
import kmmotos.model.money.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Toledo8217Test {

    @Test
    void aWeightThatStandsStillIsTakenInKilograms() {
        assertThat(read("\u000201.254\r")).isEqualTo(new Reading.Weight(Quantity.parse("1.254")));
        assertThat(read("\u0002 0.5N\r")).isEqualTo(new Reading.Weight(Quantity.parse("0.5")));
    }

    @Test
    void theParityBitIsNoPartOfAFigure() {
        assertThat(read("\u0082\u00B12.5\r")).isEqualTo(new Reading.Weight(Quantity.parse("12.5")));
    }

    @Test
    void whatCannotBeSoldIsSaid() {
        assertThat(read("\u0002?a\r")).isEqualTo(new Reading.Moving());
        assertThat(read("\u0002?b\r")).isEqualTo(new Reading.TooHeavy());
        assertThat(read("\u0002?d\r")).isEqualTo(new Reading.BelowZero());
        assertThat(read("\u000200.000\r")).isEqualTo(new Reading.Empty());
    }

    @Test
    void whatIsLeftFromAnEarlierQuestionIsPassedOver() {
        assertThat(read("4\r\u000200.100\r")).isEqualTo(new Reading.Weight(Quantity.parse("0.1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01.254\r", "\u0002", "\u00021x\r", "\u0002123456789012345678"})
    void whatIsNoAnswerIsNoWeight(String answer) {
        var failure = catchThrowableOfType(DeviceFailed.class, () -> read(answer));
        assertThat(failure.reason()).isEqualTo(Reason.NO_ANSWER);
    }

    private static Reading read(String answer) {
        return new Toledo8217(() -> new Answering(answer), "scale").read();
    }

    /// Answers once it is asked, and only that.
    private static final class Answering implements DevicePort.Line {
        private final byte[] answer;
        private int next;
        private boolean asked;

        private Answering(String answer) {
            this.answer = answer.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public void write(byte[] bytes) {
            asked = new String(bytes, StandardCharsets.US_ASCII).equals("W");
        }

        @Override
        public OptionalInt read(Duration atMost) {
            return asked && next < answer.length
                    ? OptionalInt.of(answer[next++] & 0xFF)
                    : OptionalInt.empty();
        }

        @Override
        public void close() {}
    }
}
