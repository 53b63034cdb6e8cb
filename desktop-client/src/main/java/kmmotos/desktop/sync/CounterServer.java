package kmmotos.desktop.sync;

import java.util.UUID;
import kmmotos.model.catalog.Sku;
import kmmotos.model.leases.AccountBalance;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.stock.StockEverywhere;

/// The server as a clerk asks it while a customer stands there; without an answer the counter goes
/// on.
public interface CounterServer {
    /// @return a refusal `unknown_account` if they may buy nothing on account
    Reply<AccountBalance> account(UUID customerId);

    /// What every shop has of an item.
    Reply<StockEverywhere> stock(Sku sku);

    /// What every shop told of the pieces with a serial number.
    Reply<SerialHistory> serial(String number);
}
