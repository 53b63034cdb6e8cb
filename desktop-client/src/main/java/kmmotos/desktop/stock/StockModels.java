package kmmotos.desktop.stock;

import java.util.function.BiConsumer;
import kmmotos.desktop.staff.ApprovalModel;
import kmmotos.desktop.ui.Workplace;
import kmmotos.model.money.Quantity;

/// What the stock screen shows and can do.
public record StockModels(
        StockModel items,
        DeliveryModel delivery,
        CountModel count,
        SendModel send,
        ArrivalModel arrival,
        ShortageModel shortages) {

    /// @param approvals what is asked of a second person
    /// @param tookIn hears of goods that came
    public static StockModels of(
            Workplace workplace,
            StockBook stock,
            TransferBook transfers,
            ShortageBook shortages,
            ApprovalModel approvals,
            BiConsumer<StockBook.Item, Quantity> tookIn) {
        return new StockModels(
                new StockModel(workplace, stock, approvals),
                new DeliveryModel(workplace, stock, tookIn),
                new CountModel(workplace, stock, approvals),
                new SendModel(workplace, stock, transfers),
                new ArrivalModel(workplace, stock, transfers),
                new ShortageModel(workplace, stock, shortages, approvals));
    }
}
