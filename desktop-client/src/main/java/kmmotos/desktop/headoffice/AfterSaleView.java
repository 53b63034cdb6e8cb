package kmmotos.desktop.headoffice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kmmotos.model.catalog.Sku;
import kmmotos.model.money.Money;
import kmmotos.model.money.Quantity;
import kmmotos.model.sales.LostSale;
import kmmotos.model.sales.Returned;
import kmmotos.model.stores.StoreId;

/// What came back in the chain, and what customers wanted and did not get.
public record AfterSaleView(List<Back> returns, List<Lost> lost) {

    /// @param ofReceipt absent if there was none
    public record Back(
            StoreId store,
            LocalDate businessDay,
            String receipt,
            Optional<String> ofReceipt,
            Sku sku,
            Quantity quantity,
            Money refund,
            Optional<Returned.Reason> reason,
            Optional<Returned.Condition> condition,
            String by,
            Optional<String> approvedBy) {}

    /// @param times how often it was asked for
    public record Lost(
            Optional<Sku> sku,
            String words,
            LostSale.Reason reason,
            long times,
            Quantity quantity) {}
}
