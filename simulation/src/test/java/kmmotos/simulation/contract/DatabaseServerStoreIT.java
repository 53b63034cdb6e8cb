package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class DatabaseServerStoreIT extends ServerStoreContract {

    @Override
    Stores stores() {
        return RealStoresOfTests.STORES;
    }
}
