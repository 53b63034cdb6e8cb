package kmmotos.desktop.sales;

import java.util.List;
import java.util.Optional;
import kmmotos.model.fitment.Fit;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.money.UnitPrice;
import kmmotos.model.pricing.PriceReason;

/// A line of the open sale as it is shown.
///
/// @param discount taken off, 0 or negative
/// @param promotions the names of those that took part of it off
/// @param returnOf the receipt it gives back
/// @param note what is to be said of it
/// @param fit whether it fits the sale's motorcycle, if one is chosen
/// @param askedFor the number that was asked for, which this item replaces
/// @param parts of a kit
/// @param serials of its pieces
/// @param serialsMissing how many are still to be told
public record LineView(
        int lineId,
        String name,
        String sku,
        Quantity quantity,
        UnitPrice list,
        UnitPrice unit,
        PriceReason reason,
        Money discount,
        List<String> promotions,
        Money total,
        Optional<String> returnOf,
        Optional<String> note,
        Optional<Fit> fit,
        Optional<String> askedFor,
        List<Part> parts,
        List<String> serials,
        int serialsMissing) {

    /// What is in a kit, as many as in all kits of its line.
    public record Part(
            String name, String sku, Quantity quantity, List<String> serials, int serialsMissing) {}

    public LineView {
        promotions = List.copyOf(promotions);
        parts = List.copyOf(parts);
        serials = List.copyOf(serials);
    }
}
