package kmmotos.simulation.contract;

import kmmotos.simulation.stores.Stores;

class DatabaseEffectsIT extends EffectsContract {

    @Override
    Stores stores() {
        return RealStoresOfTests.STORES;
    }
}
