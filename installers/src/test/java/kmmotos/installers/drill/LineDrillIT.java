package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class LineDrillIT {

    @Test
    void aBadLineLosesAndDoublesNothing() {
        ShortForm.of(Drill.LINE);
    }
}
