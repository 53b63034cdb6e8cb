package kmmotos.simulation.till;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kmmotos.desktop.journal.Disk;
import kmmotos.desktop.leases.LeaseBook;
import kmmotos.desktop.sync.Carrier;
import kmmotos.desktop.sync.LeaseServer;
import kmmotos.desktop.sync.TillTables;
import kmmotos.simulation.disk.MemoryDisk;
import kmmotos.simulation.faults.CrashPoints;
import kmmotos.simulation.network.FaultyLine;
import kmmotos.simulation.network.ShopNetwork;
import kmmotos.simulation.time.Agenda;

/// What all tills of a chain share.
///
/// @param variant the engine's disk as it is, or broken on purpose
/// @param database makes a till's database
/// @param tables the engine's tables as they are, or broken on purpose
/// @param book what a counter gets leases from, as it is, or broken on purpose
/// @param ways makes a till's ways to the server
/// @param shop the networks of the shops
/// @param shopWeather how bad the network of its shop is for a till
public record World(
        Agenda agenda,
        Receipts receipts,
        Function<MemoryDisk, Disk> variant,
        Function<CrashPoints, SimulatedTables> database,
        UnaryOperator<TillTables> tables,
        BiFunction<LeaseBook, LeaseServer, LeaseBook> book,
        Function<SimulatedTill, Ways> ways,
        ShopNetwork shop,
        Function<SimulatedTill, FaultyLine.Weather> shopWeather) {

    /// A till's own ways to the server: for what is its own, and for what it carries for others.
    public record Ways(Line line, Carrier carrier) {}
}
