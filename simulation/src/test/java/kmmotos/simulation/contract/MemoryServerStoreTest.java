package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class MemoryServerStoreTest extends ServerStoreContract {

    @Override
    Stores stores() {
        return Stores.inMemory();
    }
}
