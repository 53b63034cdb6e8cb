package kmmotos.desktop;

import java.util.concurrent.Callable;
import kmmotos.desktop.journal.Readiness;
import kmmotos.desktop.neighbours.NeighbourStatus;
import kmmotos.desktop.status.SyncReport;
import kmmotos.desktop.status.SyncReport.Connection;
import kmmotos.desktop.status.SyncReport.OtherTill;
import kmmotos.desktop.status.SyncReport.Quarantined;
import kmmotos.desktop.sync.JournalFacts;
import kmmotos.desktop.sync.SyncStatus;
import kmmotos.model.sales.ReceiptNumber;

/// Reads how a till's sync stands, for the screen that says it in words.
public final class TillSyncReport implements Callable<SyncReport> {
    private final Till till;
    private final JournalFacts facts;

    public TillSyncReport(Till till) {
        this.till = till;
        this.facts = new JournalFacts(till.journal());
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
                        .map(entry -> new Quarantined(entry.code(), facts.about(entry.eventId())))
                        .toList(),
                !(till.recorder().readiness() instanceof Readiness.Ready),
                till.neighbours().status().stream().map(TillSyncReport::other).toList(),
                till.neighbours().carrier().map(kmmotos.model.stores.Till::number));
    }

    private static OtherTill other(NeighbourStatus status) {
        return new OtherTill(
                status.till().number(),
                status.till().name(),
                status.isConnected(),
                status.receipt().map(ReceiptNumber::toString),
                status.problem().isEmpty());
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
