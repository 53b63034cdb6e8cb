package kmmotos.desktop.sync;

import java.time.Clock;
import kmmotos.desktop.storage.TillDatabase;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.sync.UploadBatch;

/// What the steps of the sync work with.
///
/// @param boot changes at each start of the program
public record SyncPorts(
        TillFolder folder,
        TillRecords records,
        SyncServer server,
        SyncBoard board,
        ServerClock serverClock,
        Clock clock,
        DeviceId device,
        DeviceKey key,
        String appVersion,
        String boot) {

    TillDatabase database() {
        return records.database();
    }

    UploadBatch.DeviceClock deviceClock() {
        return new UploadBatch.DeviceClock(
                clock.instant(), System.nanoTime() / 1_000_000 & 0xFFFF_FFFF_FFFFL, boot);
    }
}
