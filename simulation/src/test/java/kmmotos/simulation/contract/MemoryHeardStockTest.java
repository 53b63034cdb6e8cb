package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class MemoryHeardStockTest extends HeardStockContract {

    @Override
    Stores stores() {
        return Stores.inMemory();
    }
}
