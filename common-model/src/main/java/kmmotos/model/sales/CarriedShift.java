package kmmotos.model.sales;

import java.util.UUID;

/// A shift that was left at another register to go on elsewhere, with its drawer.
///
/// @param tillNumber of the register it was left at
/// @param zNumber of the report that sealed it there
/// @param totals of all the registers it was at so far
public record CarriedShift(UUID shiftId, int tillNumber, int zNumber, ShiftTotals totals) {}
