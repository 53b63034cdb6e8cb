package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class TillKillDrillIT {

    @Test
    void aTillThatIsKilledAtAnyPointLosesNoReceipt() {
        ShortForm.of(Drill.TILL_KILL);
    }
}
