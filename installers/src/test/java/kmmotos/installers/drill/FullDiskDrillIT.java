package kmmotos.installers.drill;

import org.junit.jupiter.api.Test;

class FullDiskDrillIT {

    @Test
    void fullDisksLoseNothing() {
        ShortForm.of(Drill.FULL_DISK);
    }
}
