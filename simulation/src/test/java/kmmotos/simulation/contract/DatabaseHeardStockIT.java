package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class DatabaseHeardStockIT extends HeardStockContract {

    @Override
    Stores stores() {
        return RealStoresOfTests.STORES;
    }
}
