package kmmotos.desktop;

import java.util.concurrent.Callable;
import kmmotos.desktop.journal.Readiness;
import kmmotos.desktop.status.SyncReport;
import kmmotos.desktop.status.SyncReport.Connection;
import kmmotos.desktop.status.SyncReport.Quarantined;
import kmmotos.desktop.sync.SyncStatus;

/// Reads how a till's sync stands, for the screen that says it in words.
public final class TillSyncReport implements Callable<SyncReport> {
    private final Till till;

    public TillSyncReport(Till till) {
        this.till = till;
    }

    @Override
    public SyncReport call() {
        var status = till.sync().status();
        return new SyncReport(
                status.recorded(),
                status.confirmed(),
                status.lastContact(),
                connection(status.connection()),
                status.server(),
                status.clockAhead(),
                status.quarantined().stream()
                        .map(entry -> new Quarantined(entry.code(), entry.eventId().toString()))
                        .toList(),
                !(till.recorder().readiness() instanceof Readiness.Ready));
    }

    private static Connection connection(SyncStatus.Connection connection) {
        return switch (connection) {
            case CONNECTED -> Connection.CONNECTED;
            case UNKNOWN, NO_ANSWER -> Connection.NO_ANSWER;
            case WRONG_ADDRESS -> Connection.WRONG_ADDRESS;
            case REVOKED -> Connection.REVOKED;
            case UPGRADE_NEEDED -> Connection.UPGRADE_NEEDED;
        };
    }
}
