package kmmotos.server.imports;

import java.util.List;

/// The rows of a file before anything is known of their columns.
interface RawRows extends AutoCloseable {

    /// Moves to the next row, if there is one.
    boolean next();

    /// The current row's number, from 1.
    int number();

    /// The current row's cells.
    List<String> cells();

    @Override
    void close();
}
