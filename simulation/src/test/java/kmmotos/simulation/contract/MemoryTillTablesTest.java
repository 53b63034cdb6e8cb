package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class MemoryTillTablesTest extends TillTablesContract {

    @Override
    Stores stores() {
        return Stores.inMemory();
    }
}
