package kmmotos.simulation.stores;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kmmotos.simulation.Variant;
import kmmotos.simulation.chain.Shops;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.server.MemorySide;
import kmmotos.simulation.server.ServerSide;
import kmmotos.simulation.server.ServerState;
import kmmotos.simulation.till.MemoryTillTables;
import kmmotos.simulation.till.SimulatedTables;

/// What a run's server and tills keep their tables in.
public interface Stores extends AutoCloseable {

    /// Fresh tables for a server that knows its shops and tills, and nothing else.
    ///
    /// @param random gives the ids that a database would give
    /// @param variant the ports as they are, or broken on purpose
    ServerSide server(
            Shops shops, CrashPoints points, Clock clock, RandomGenerator random, Variant variant);

    /// Fresh, empty tables for a till.
    SimulatedTables till(CrashPoints points);

    /// Gives back what one run used; the next run gets fresh tables.
    default void endRun() {}

    @Override
    default void close() {}

    /// A real PostgreSQL for the server and real H2 files for the tills; one run at a time.
    ///
    /// @param folder an empty one, for the files
    /// @param database the address of a PostgreSQL with a superuser's `user` and `password`, or
    ///   empty for one that is started in the folder
    static Stores real(Path folder, String database) {
        return new RealStores(
                folder,
                database.isEmpty()
                        ? Postgres.embedded(folder.resolve("server"))
                        : Postgres.at(database));
    }

    /// Everything in memory: a week takes a tenth of a second.
    static Stores inMemory() {
        return new InMemory();
    }

    /// Everything in memory.
    record InMemory() implements Stores {

        @Override
        public ServerSide server(
                Shops shops,
                CrashPoints points,
                Clock clock,
                RandomGenerator random,
                Variant variant) {
            MemorySide side =
                    new MemorySide(
                            points,
                            random,
                            clock,
                            variant.store(),
                            variant.uploads(),
                            variant.leases());
            ServerState state = side.state();
            shops.stores().forEach(shop -> state.stores.put(shop.storeId(), shop));
            shops.tills().forEach(till -> state.tills.put(till.deviceId().value(), till));
            shops.customers()
                    .forEach(one ->
                            state.accounts.put(
                                    ServerState.key(one.subject()),
                                    new ServerState.Account(
                                            one.subject(),
                                            0,
                                            one.limit(),
                                            Optional.of(one.home()))));
            state.history().commit();
            return side;
        }

        @Override
        public SimulatedTables till(CrashPoints points) {
            return new MemoryTillTables(points);
        }
    }
}
