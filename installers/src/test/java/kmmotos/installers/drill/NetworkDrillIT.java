package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class NetworkDrillIT {

    @Test
    void aLinkThatFailsWithoutAWordLosesNothing() {
        ShortForm.of(Drill.NETWORK);
    }
}
