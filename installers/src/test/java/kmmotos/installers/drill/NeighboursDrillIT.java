package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class NeighboursDrillIT {

    @Test
    void tillsOfAShopSendForEachOtherAndWhatABrokenOneHadIsBrought() {
        ShortForm.of(Drill.NEIGHBOURS);
    }
}
