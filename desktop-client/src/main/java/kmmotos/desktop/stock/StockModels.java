package kmmotos.desktop.stock;

import kmmotos.desktop.ui.Workplace;

/// What the stock screen shows and can do.
public record StockModels(
        StockModel items,
        DeliveryModel delivery,
        CountModel count,
        SendModel send,
        ArrivalModel arrival,
        ShortageModel shortages) {

    public static StockModels of(
            Workplace workplace, StockBook stock, TransferBook transfers, ShortageBook shortages) {
        return new StockModels(
                new StockModel(workplace, stock),
                new DeliveryModel(workplace, stock),
                new CountModel(workplace, stock),
                new SendModel(workplace, stock, transfers),
                new ArrivalModel(workplace, stock, transfers),
                new ShortageModel(workplace, stock, shortages));
    }
}
