package kmmotos.desktop.sales;

import java.util.Optional;
import kmmotos.desktop.devices.scale.Reading;
import kmmotos.desktop.devices.scale.Scale;
import kmmotos.model.catalog.Unit;

/// Takes the chosen line's quantity from the scale.
public final class WeighModel {
    private final SaleDesk desk;
    private final LineModel lines;
    private Optional<Scale> scale = Optional.empty();

    WeighModel(SaleDesk desk, LineModel lines) {
        this.desk = desk;
        this.lines = lines;
    }

    /// From now on, this scale.
    public void use(Optional<Scale> other) {
        scale = other;
    }

    /// The weight goes to the line that was chosen when the key was pressed, whatever is chosen
    /// when the scale answers.
    public void weigh() {
        var line = desk.sale().chosenLine();
        if (scale.isEmpty()) {
            desk.note("sales.scale.none");
        } else if (line.isEmpty() || desk.sale().stateProperty().get() != SaleState.SELL) {
            desk.note("sales.choose_line");
        } else if (desk.sale().sale().article(line.get().sku()).variant().unit() != Unit.KILOGRAM) {
            desk.refuse(
                    "sales.scale.not_by_weight",
                    desk.sale().sale().article(line.get().sku()).name(desk.sale().locale()));
        } else {
            int lineId = line.get().lineId();
            desk.counter()
                    .background()
                    .run(scale.get()::read, reading -> take(lineId, reading), this::failed);
        }
    }

    private void take(int lineId, Reading reading) {
        switch (reading) {
            case Reading.Weight(var kilograms) -> {
                desk.sale().choose(lineId);
                if (desk.sale().chosenProperty().get() == lineId) {
                    lines.count(kilograms);
                }
            }
            case Reading.Moving() -> desk.refuse("sales.scale.moving");
            case Reading.Empty() -> desk.refuse("sales.scale.empty");
            case Reading.BelowZero() -> desk.refuse("sales.scale.below_zero");
            case Reading.TooHeavy() -> desk.refuse("sales.scale.too_heavy");
        }
    }

    private void failed(Exception failure) {
        desk.refuse("sales.scale.failed");
    }
}
