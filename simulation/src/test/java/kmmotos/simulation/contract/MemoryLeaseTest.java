package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class MemoryLeaseTest extends LeaseContract {

    @Override
    Stores stores() {
        return Stores.inMemory();
    }
}
