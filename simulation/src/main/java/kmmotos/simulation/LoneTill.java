package kmmotos.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kmmotos.simulation.faults.Fault;
import kmmotos.simulation.till.SimulatedTill;
import kmmotos.simulation.till.Work;

/// A till that is alone in its shop, so that no neighbour keeps what it frees. It sells, and sells
/// on after a season that is longer than facts are kept.
public final class LoneTill {

    /// What befalls it.
    public enum Fate {
        /// In the end the server is put back to a backup from before all sales.
        SERVER_SET_BACK,
        /// Until the season is over nothing reaches the server.
        CUT
    }

    private static final long SEED = 1;
    private static final Duration SEASON = Duration.ofDays(70);

    /// More than one segment of the journal holds: the newest is never freed.
    private static final int SALES = 100;

    private final Fate fate;
    private final SmallChain chain;
    private final SimulatedTill till;
    private boolean isCut;

    private LoneTill(Fate fate, Variant variant) {
        this.fate = fate;
        chain = new SmallChain(SEED, 1, variant, _ -> this::next, _ -> _ -> Optional.empty());
        till = chain.tills().getFirst();
    }

    private Optional<Fault> next(String message) {
        return isCut ? Optional.of(Fault.CUT) : Optional.empty();
    }

    /// @return what does not hold in the end
    public static List<String> run(Fate fate, Variant variant) {
        LoneTill run = new LoneTill(fate, variant);
        run.live();
        return run.chain.heal(List.of());
    }

    private void live() {
        chain.step(till::start);
        chain.step(chain::decide);
        chain.work(till, Work.OPEN_SHIFT, Work.RECEIVE);
        chain.server().backUp();
        chain.server().verifyBackup();
        isCut = fate == Fate.CUT;
        for (int i = 0; i < SALES; i++) {
            chain.work(till, Work.SELL);
        }
        chain.agenda().runUntil(chain.agenda().now().plus(SEASON));
        isCut = false;
        chain.work(till, Work.SELL);
        if (fate == Fate.SERVER_SET_BACK) {
            chain.server().loseTail(Long.MAX_VALUE);
        }
    }
}
