package kmmotos.installers.drill;

import java.util.List;

/// Whether head office has exactly what the shops did.
///
/// @param printed receipts that clerks were given
/// @param stored receipts head office has; more than printed are of tills that died before they
///   could answer
/// @param lost receipts that were printed and that head office doesn't have
/// @param wrong everything else that is not as it must be
record Books(int printed, int stored, List<String> lost, List<String> wrong) {

    Books {
        lost = List.copyOf(lost);
        wrong = List.copyOf(wrong);
    }

    boolean right() {
        return lost.isEmpty() && wrong.isEmpty();
    }
}
