package kmmotos.desktop.history;

import java.util.ArrayList;
import java.util.List;
import kmmotos.desktop.stock.StockBook.Movement;
import kmmotos.model.money.Quantity;

/// A movement and what was on hand after it.
public record HistoryLine(Movement movement, Quantity balance) {

    /// Balances go back from the figure of now: what a snapshot of the server brought without its
    /// movements is in them, too.
    ///
    /// @param newestFirst all movements of an item, none left out between them
    static List<HistoryLine> of(List<Movement> newestFirst, Quantity onHand) {
        List<HistoryLine> lines = new ArrayList<>();
        Quantity balance = onHand;
        for (Movement movement : newestFirst) {
            lines.add(new HistoryLine(movement, balance));
            balance = balance.minus(movement.change());
        }
        return lines;
    }
}
