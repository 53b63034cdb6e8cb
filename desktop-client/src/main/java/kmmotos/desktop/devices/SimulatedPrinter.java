package kmmotos.desktop.devices;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import kmmotos.desktop.devices.DeviceFailed.Outcome;
import kmmotos.desktop.devices.DeviceFailed.Reason;
import kmmotos.desktop.receipts.Slip;

/// A printer and drawer without hardware: keeps what it was given and can be made to fail. It is
/// also the printer of a till that shows its receipts on the screen only.
public final class SimulatedPrinter implements ReceiptPrinter, CashDrawer {

    /// Older slips are forgotten: a till runs for weeks.
    public static final int MAX_SLIPS = 200;

    private final List<Slip> slips = new CopyOnWriteArrayList<>();
    private final List<Integer> openings = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Reason>> broken =
            new AtomicReference<>(Optional.empty());

    @Override
    public void print(Slip slip, Standstill standstill) {
        failIfBroken();
        slips.add(slip);
        if (slips.size() > MAX_SLIPS) {
            slips.removeFirst();
        }
    }

    @Override
    public void open(int drawer) {
        failIfBroken();
        openings.add(drawer);
    }

    public void breakDown(Reason reason) {
        broken.set(Optional.of(reason));
    }

    public void repair() {
        broken.set(Optional.empty());
    }

    public List<Slip> slips() {
        return List.copyOf(slips);
    }

    /// Which drawers were opened, in order.
    public List<Integer> openings() {
        return List.copyOf(openings);
    }

    private void failIfBroken() {
        broken.get()
                .ifPresent(reason -> {
                    throw new DeviceFailed(reason, Outcome.NOT_BEGUN, "simulated printer", null);
                });
    }
}
