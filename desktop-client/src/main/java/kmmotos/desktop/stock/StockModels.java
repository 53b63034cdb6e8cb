package kmmotos.desktop.stock;

import java.util.function.BiConsumer;
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

    /// @param tookIn hears of goods that came
    public static StockModels of(
            Workplace workplace,
            StockBook stock,
            TransferBook transfers,
            ShortageBook shortages,
            BiConsumer<StockBook.Item, Quantity> tookIn) {
        return new StockModels(
                new StockModel(workplace, stock),
                new DeliveryModel(workplace, stock, tookIn),
                new CountModel(workplace, stock),
                new SendModel(workplace, stock, transfers),
                new ArrivalModel(workplace, stock, transfers),
                new ShortageModel(workplace, stock, shortages));
    }
}
