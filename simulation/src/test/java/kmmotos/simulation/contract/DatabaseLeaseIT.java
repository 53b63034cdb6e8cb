package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class DatabaseLeaseIT extends LeaseContract {

    @Override
    Stores stores() {
        return RealStoresOfTests.STORES;
    }
}
