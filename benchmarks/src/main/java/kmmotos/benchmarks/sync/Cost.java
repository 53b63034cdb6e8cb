package kmmotos.benchmarks.sync;

/// Processor seconds, which do not grow as much as the clock's when others want the same cores, and
/// bytes of the database's write-ahead log.
public record Cost(double server, double database, double log) {

    /// What was spent until now.
    public static Cost begin(BenchServer of) {
        return new Cost(of.serverSeconds(), of.databaseSeconds(), of.logBytes());
    }

    public Cost until(BenchServer of) {
        Cost now = begin(of);
        return new Cost(now.server - server, now.database - database, now.log - log);
    }
}
