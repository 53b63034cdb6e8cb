package kmmotos.desktop.shifts;

import kmmotos.model.staff.StaffMember;

/// Everything the shift screen shows and can do.
public record ShiftModels(
        ShiftDesk desk, ShiftModel shift, CashMoveModel moves, ClosingModel closing) {

    public static ShiftModels of(ShiftDesk desk) {
        var shift = new ShiftModel(desk);
        return new ShiftModels(
                desk, shift, new CashMoveModel(desk, shift), new ClosingModel(desk, shift));
    }

    /// Who stands at the register now. What somebody else left half done is theirs: their count
    /// must not end this one's shift, and their report may say what this one has to count blind.
    public void standsHere(StaffMember member) {
        if (shift.isShownTo(member)) {
            return;
        }
        shift.showTo(member);
        moves.cancel();
        closing.startAnew();
    }
}
