package kmmotos.model.sales;

import java.time.Instant;
import java.util.UUID;
import kmmotos.model.stores.DeviceId;
import kmmotos.model.stores.StoreId;

/// The end of a shift.
public record ShiftClosing(
        UUID shiftId, StoreId store, DeviceId device, Instant at, UUID staffId, ZReport report) {}
