package kmmotos.server.imports;

import java.util.Optional;

/// Makes one thing of one row; empty, with a fault told to the check, if the row is wrong.
@FunctionalInterface
public interface RowParser<T> {

    Optional<T> parse(RowCheck row);
}
