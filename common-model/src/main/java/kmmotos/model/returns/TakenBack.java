package kmmotos.model.returns;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.Sale;
import kmmotos.model.sales.SaleLine;
import kmmotos.model.stores.DeviceId;

/// Units of a sold line that came back, by one return.
///
/// @param by the till that took them back
/// @param returnId the sale by which they came back
/// @param line the sold line's id
public record TakenBack(DeviceId by, UUID returnId, int line, Quantity quantity) {

    /// What of an earlier sale comes back by this one.
    public static Stream<TakenBack> of(Sale sale, UUID earlier) {
        return sale.lines().stream().flatMap(line -> of(sale, line, earlier));
    }

    private static Stream<TakenBack> of(Sale sale, SaleLine line, UUID earlier) {
        return line.returnOf().stream()
                .filter(origin -> origin.saleId().equals(earlier))
                .map(origin ->
                        new TakenBack(
                                sale.device(),
                                sale.saleId(),
                                origin.lineId(),
                                line.quantity().abs()));
    }

    /// How much of each line came back, by what this till knows itself and what others told.
    ///
    /// The till has all its own returns, unless it was set up anew: then others know more of them.
    /// What is told twice, by a neighbour and by head office, came back once.
    ///
    /// @param own of this till's books, by line
    /// @param told by others, in any order
    public static Map<Integer, Quantity> merged(
            DeviceId self, Map<Integer, Quantity> own, List<TakenBack> told) {
        Map<Integer, Quantity> ownTold = new HashMap<>();
        Map<Integer, Quantity> elsewhere = new HashMap<>();
        told.stream()
                .distinct()
                .forEach(back ->
                        (back.by().equals(self) ? ownTold : elsewhere)
                                .merge(back.line(), back.quantity(), Quantity::plus));
        Map<Integer, Quantity> all = new HashMap<>(own);
        ownTold.forEach((line, quantity) ->
                all.merge(line, quantity, (a, b) -> a.compareTo(b) > 0 ? a : b));
        elsewhere.forEach((line, quantity) -> all.merge(line, quantity, Quantity::plus));
        return all;
    }
}
