package kmmotos.simulation;

import java.time.Instant;
import java.util.function.Consumer;

/// What happened, in order, as one number: two runs of a plan must give the same.
public final class Trace {

    private static final long PRIME = 0x100000001B3L;

    private final Consumer<String> reader;
    private long hash = 0xCBF29CE484222325L;

    /// @param reader is told each happening
    Trace(Consumer<String> reader) {
        this.reader = reader;
    }

    void happened(Instant at, String what) {
        String line = at + " " + what;
        for (int i = 0; i < line.length(); i++) {
            hash = (hash ^ line.charAt(i)) * PRIME;
        }
        reader.accept(line);
    }

    long hash() {
        return hash;
    }
}
