package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class FailoverDrillIT {

    @Test
    void tillsHealAStandbyThatTookOverWithoutTheNewestSales() {
        ShortForm.of(Drill.FAILOVER);
    }
}
