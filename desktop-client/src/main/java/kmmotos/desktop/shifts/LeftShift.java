package kmmotos.desktop.shifts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kmmotos.model.money.Money;
import kmmotos.model.sales.CarriedShift;
import kmmotos.model.sales.ShiftClosing;
import kmmotos.model.sales.ShiftOpening;

/// A shift that was left at one till to go on at another of the shop, as the tills tell each other.
///
/// @param goesOnAs the id of the shift it becomes, so that it is taken up once
/// @param staffName of who opened it
/// @param cash what is in the drawer that goes with it
/// @param handedTo the till it was given to, which may not have it yet
public record LeftShift(
        UUID goesOnAs,
        UUID staffId,
        String staffName,
        boolean shared,
        LocalDate businessDay,
        Money cash,
        CarriedShift carried,
        Optional<UUID> handedTo) {

    public static LeftShift of(
            ShiftOpening opening, ShiftClosing closing, int till, String name, Optional<UUID> to) {
        var report = closing.report();
        var totals =
                opening.carried()
                        .map(before -> before.totals().plus(report.totals()))
                        .orElse(report.totals());
        return new LeftShift(
                report.goesOnAs().orElseThrow(),
                opening.staffId(),
                name,
                opening.isShared(),
                opening.businessDay(),
                report.countedCash(),
                new CarriedShift(opening.shiftId(), till, report.number(), totals),
                to);
    }
}
