package kmmotos.simulation.till;

import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.TillTables;

/// A till's database, in memory or in a real file: survives the end of the program, but a power cut
/// may set it back by a few transactions, because its commits are not forced to the disk.
public interface SimulatedTables extends TillTables, AutoCloseable {

    /// How many transactions a power cut takes at most.
    int MAX_LOST = 40;

    /// What the database was at some moment, as a backup holds it.
    interface Copy {}

    /// The program starts.
    void boot();

    /// The program ended, perhaps within a transaction, which leaves nothing behind.
    void end();

    /// The newest commits were not on the disk yet. Comes after [#end].
    void losePower(RandomGenerator random);

    /// The file can't be opened any more and is put aside at the next start.
    void beginEmpty();

    Copy copy();

    /// Another disk's copy takes the place of the file.
    void restore(Copy copy);

    /// What it holds now. From a real file this is a copy.
    TillState state();

    @Override
    void close();
}
