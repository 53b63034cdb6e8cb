package kmmotos.desktop.neighbours;

import java.util.Optional;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.stores.Till;

/// How this till stands with one neighbour.
///
/// @param kept how many facts of this till's journal that one keeps, from the first on
/// @param receipt the newest receipt among them, if any
/// @param problem why it keeps no more; empty if all is well
public record NeighbourStatus(
        Till till,
        boolean isConnected,
        long kept,
        Optional<ReceiptNumber> receipt,
        Optional<String> problem) {}
