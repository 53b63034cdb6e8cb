package kmmotos.desktop.training;

import java.util.Optional;
import kmmotos.desktop.sales.OpenSale;
import kmmotos.desktop.sales.SaleState;
import kmmotos.desktop.ui.Place;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.Tender;

/// What the till's models show while a lesson is done.
///
/// @param done the last sale that was finished since the lesson began
/// @param parked how many more sales wait than when it began
/// @param counting whether a drawer is being counted
record Seen(
        OpenSale sale,
        Quantity units,
        SaleState state,
        Optional<Sale> done,
        int parked,
        Place place,
        boolean hasShift,
        boolean counting) {

    boolean paidBy(Class<? extends Tender> way) {
        return done.stream().flatMap(sale -> sale.tenders().stream()).anyMatch(way::isInstance);
    }

    boolean paidBack() {
        return done.filter(sale -> sale.total().isNegative()).isPresent();
    }
}
