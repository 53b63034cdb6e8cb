package kmmotos.desktop.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EscPosLineDisplayTest {

    private final SentJobs sent = new SentJobs();

    @Test
    void bothLinesAreFilledWhateverStoodThere() {
        new EscPosLineDisplay(sent).show("Óleo 10W-30", "Total       R$\u00A039,90");
        byte[] job = sent.jobs().getFirst();
        assertThat(Arrays.copyOf(job, 6)).containsExactly(0x1B, '@', 0x1B, 't', 2, 0x0C);
        assertThat(new String(job, 6, job.length - 6, java.nio.charset.Charset.forName("IBM850")))
                .isEqualTo("Óleo 10W-30         " + "Total       R$ 39,90");
    }

    @Test
    void whatIsTooLongIsCutAndDoesNotSpillIntoTheOtherLine() {
        new EscPosLineDisplay(sent).show("x".repeat(30), "");
        assertThat(sent.jobs().getFirst()).hasSize(6 + 2 * LineDisplay.COLUMNS);
    }
}
