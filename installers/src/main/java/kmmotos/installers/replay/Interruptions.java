package kmmotos.installers.replay;

/// When the line is cut and the tills are killed, by the count of invoices sold so far. 0 = never.
final class Interruptions {
    private final int offlineEvery;
    private final int killEvery;
    private long nextKill;
    private int cuts;
    private int kills;
    private boolean offline;

    Interruptions(int offlineEvery, int killEvery) {
        this.offlineEvery = offlineEvery;
        this.killEvery = killEvery;
        this.nextKill = killEvery;
    }

    /// Whether the line is to be down now: for the second half of every `offlineEvery` invoices.
    boolean isOfflineAt(long sold) {
        boolean now = offlineEvery > 0 && sold % offlineEvery >= offlineEvery / 2 + 1L;
        if (now && !offline) {
            cuts++;
        }
        offline = now;
        return now;
    }

    boolean killsAt(long sold) {
        if (killEvery == 0 || sold < nextKill) {
            return false;
        }
        nextKill = sold - sold % killEvery + killEvery;
        kills++;
        return true;
    }

    int cuts() {
        return cuts;
    }

    int kills() {
        return kills;
    }
}
