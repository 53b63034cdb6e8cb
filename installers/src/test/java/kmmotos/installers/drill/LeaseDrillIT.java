package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class LeaseDrillIT {

    @Test
    void cardsCreditAndCouponsAreRightToTheCentWhateverFails() {
        ShortForm.of(Drill.LEASES);
    }
}
