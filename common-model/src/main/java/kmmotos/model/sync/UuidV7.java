package kmmotos.model.sync;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// UUIDs of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits, so that they
/// sort by time and index well.
public final class UuidV7 {

    private UuidV7() {}

    public static UUID of(Instant at, RandomGenerator random) {
        long millis = at.toEpochMilli() << 16;
        long version = 0x7000L;
        long randomA = random.nextLong() & 0x0FFFL;
        long variant = 0x8000_0000_0000_0000L;
        long randomB = random.nextLong() >>> 2;
        return new UUID(millis | version | randomA, variant | randomB);
    }
}
