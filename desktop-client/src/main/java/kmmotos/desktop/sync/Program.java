package kmmotos.desktop.sync;

import java.time.Instant;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import kmmotos.model.sync.UploadBatch;

/// The running program, as an upload tells the server of it.
///
/// @param boot changes at each start
/// @param monotonicMillis a clock that nobody sets, from any beginning
public record Program(String appVersion, String boot, LongSupplier monotonicMillis) {
    public static Program started(String appVersion, RandomGenerator random) {
        return new Program(
                appVersion,
                new UUID(random.nextLong(), random.nextLong()).toString(),
                () -> System.nanoTime() / 1_000_000 & 0xFFFF_FFFF_FFFFL);
    }

    UploadBatch.DeviceClock deviceClock(Instant wall) {
        return new UploadBatch.DeviceClock(wall, monotonicMillis.getAsLong(), boot);
    }
}
