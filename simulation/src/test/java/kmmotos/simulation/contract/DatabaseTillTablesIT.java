package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class DatabaseTillTablesIT extends TillTablesContract {

    @Override
    Stores stores() {
        return RealStoresOfTests.STORES;
    }
}
