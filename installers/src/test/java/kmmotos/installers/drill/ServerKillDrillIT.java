package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class ServerKillDrillIT {

    @Test
    void aServerThatIsKilledInTheMiddleOfATransactionLosesAndDoublesNothing() {
        ShortForm.of(Drill.SERVER_KILL);
    }
}
