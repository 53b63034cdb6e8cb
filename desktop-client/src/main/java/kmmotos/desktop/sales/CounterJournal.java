package kmmotos.desktop.sales;

import java.util.function.Function;
import kmmotos.model.sales.ReceiptNumber;
import kmmotos.model.sales.Sale;
import kmmotos.model.sync.Event;

/// Where the counter writes down what happened. When a call returns, the fact is on disk. Called
/// away from the window's thread.
public interface CounterJournal {
    /// Whether the disk takes another sale.
    enum Room {
        ENOUGH,
        LOW,
        NONE
    }

    Room room();

    /// Gives the sale the next receipt number and writes it down.
    Sale complete(Function<ReceiptNumber, Sale> sale);

    void record(Event event);

    /// Brings the books up to date with what was written down.
    void project();
}
