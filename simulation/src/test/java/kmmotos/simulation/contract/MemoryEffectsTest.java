package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class MemoryEffectsTest extends EffectsContract {

    @Override
    Stores stores() {
        return Stores.inMemory();
    }
}
