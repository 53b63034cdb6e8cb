package kmmotos.desktop.sales;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kmmotos.desktop.ui.Dialog;
import kmmotos.desktop.ui.Dialogs;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import kmmotos.model.serials.SerialHistory;
import kmmotos.model.serials.SerialStep;

/// What is known of a serial number: where its piece came, was sold and came back.
final class SerialHistoryDialog implements Dialog {
    private final SaleModels models;
    private final SerialHistory history;
    private final Texts texts;
    private final VBox view = new VBox();
    private final Node close;

    SerialHistoryDialog(SaleModels models, Dialogs layer, SerialHistory history) {
        this.models = models;
        this.history = history;
        this.texts = models.desk().texts();
        var grid = new GridPane();
        grid.setId("serial-steps");
        grid.getStyleClass().add("serial-steps");
        history.steps().forEach(step -> add(grid, step));
        close = KeyCap.button("Esc", texts.get("ui.close"), () -> layer.close(this));
        var buttons = new HBox(close);
        buttons.getStyleClass().add("toolbar");
        view.getStyleClass().add("dialog-body");
        view.getChildren().addAll(grid, buttons);
    }

    private void add(GridPane grid, SerialStep step) {
        var kind =
                new Label(
                        texts.get(
                                "sales.serial.step."
                                        + step.kind().name().toLowerCase(Locale.ROOT)));
        kind.getStyleClass().add("strong");
        grid.addRow(
                grid.getRowCount(),
                new Label(models.desk().formats().dateTime(step.at())),
                kind,
                new Label(step.store().value()),
                new Label(step.reference()),
                new Label(step.sku().value()));
    }

    @Override
    public String title() {
        return texts.get("sales.serial.history", history.serial());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return close;
    }
}
