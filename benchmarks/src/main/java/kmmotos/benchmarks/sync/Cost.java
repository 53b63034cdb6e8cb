package kmmotos.benchmarks.sync;

/// Processor seconds. They do not grow as much as the clock's when others want the same cores.
public record Cost(double server, double database) {

    public static Cost begin(BenchServer of) {
        return new Cost(of.serverSeconds(), of.databaseSeconds());
    }

    public Cost until(BenchServer of) {
        return new Cost(of.serverSeconds() - server, of.databaseSeconds() - database);
    }
}
