package kmmotos.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import kmmotos.desktop.settings.Settings;
import org.junit.jupiter.api.Test;

class TillAppTest {
    @Test
    void aProgramThatMissesAPartSaysWhatToDo() {
        var broken =
                catchThrowableOfType(
                        ProgramBroken.class,
                        () ->
                                TillApp.opened(() -> {
                                    throw new NoClassDefFoundError("org/h2/Driver");
                                }));
        assertThat(TillApp.words(broken, Settings.initial(Locale.ENGLISH)))
                .contains("org/h2/Driver")
                .contains("install the till again");
    }
}
