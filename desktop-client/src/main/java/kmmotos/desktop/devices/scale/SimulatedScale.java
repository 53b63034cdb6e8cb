package kmmotos.desktop.devices.scale;

import java.util.concurrent.atomic.AtomicReference;
import kmmotos.model.money.Quantity;

/// A scale without hardware, with 1.254 kg on it until something else is put there.
public final class SimulatedScale implements Scale {

    private final AtomicReference<Reading> shows =
            new AtomicReference<>(new Reading.Weight(Quantity.parse("1.254")));

    @Override
    public Reading read() {
        return shows.get();
    }

    public void show(Reading reading) {
        shows.set(reading);
    }
}
