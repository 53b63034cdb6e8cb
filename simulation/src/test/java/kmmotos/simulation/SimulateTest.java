package kmmotos.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SimulateTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int simulate(String... arguments) {
        return Simulate.run(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void figuresArePrintedAndTheExitCodeIs0() {
        assertThat(simulate("--seed", "3", "--runs", "2")).isZero();

        assertThat(text()).contains("till-years a minute", "violations", "power cut");
    }

    @Test
    void aFaultCanBeLeftOut() {
        assertThat(simulate("--seed", "3", "--runs", "1", "--faults", "none")).isZero();
    }

    @Test
    void aWrongOptionIsExplained() {
        assertThat(simulate("--sed", "3")).isEqualTo(2);

        assertThat(text()).contains("--sed", "Usage: ./km simulate");
    }

    @Test
    void aWrongNumberIsExplained() {
        assertThat(simulate("--seed", "three")).isEqualTo(2);
    }
}
