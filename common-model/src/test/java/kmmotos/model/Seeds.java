package kmmotos.model;

import java.util.stream.LongStream;

/// Seeds for property tests. Each is a parameter of its test, so a failure prints the seed that
/// breaks it.
public final class Seeds {

    private Seeds() {}

    public static LongStream some() {
        return LongStream.range(0, 300);
    }
}
