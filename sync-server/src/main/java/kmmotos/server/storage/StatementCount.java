package kmmotos.server.storage;

import java.util.concurrent.atomic.LongAdder;

/// How many SQL statements this process has sent. An operation that suddenly takes more of them is
/// a regression, which tests look for.
public final class StatementCount {

    private static final LongAdder SENT = new LongAdder();

    private StatementCount() {}

    public static long soFar() {
        return SENT.sum();
    }

    static void sent() {
        SENT.increment();
    }
}
