package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class FreezeDrillIT {

    @Test
    void tillAndServerThatStandStillInTheMiddleOfAnUploadGoOn() {
        ShortForm.of(Drill.FREEZE);
    }
}
