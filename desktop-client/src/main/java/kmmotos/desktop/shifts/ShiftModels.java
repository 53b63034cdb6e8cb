package kmmotos.desktop.shifts;

/// Everything the shift screen shows and can do.
public record ShiftModels(
        ShiftDesk desk, ShiftModel shift, CashMoveModel moves, ClosingModel closing) {

    public static ShiftModels of(ShiftDesk desk) {
        var shift = new ShiftModel(desk);
        return new ShiftModels(
                desk, shift, new CashMoveModel(desk, shift), new ClosingModel(desk, shift));
    }
}
