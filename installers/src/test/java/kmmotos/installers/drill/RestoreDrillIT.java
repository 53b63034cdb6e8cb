package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class RestoreDrillIT {

    @Test
    void tillsHealADatabaseThatWasPutBackFromBaseBackupAndArchive() {
        ShortForm.of(Drill.RESTORE);
    }
}
