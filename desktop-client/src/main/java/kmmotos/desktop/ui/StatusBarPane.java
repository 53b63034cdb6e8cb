package kmmotos.desktop.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The line at the bottom: sync in plain words, what is wrong with a device, shift, operator, store
/// and till, clock.
final class StatusBarPane extends HBox {
    StatusBarPane(ShellModel model) {
        getStyleClass().add("status-bar");
        var space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        sync(model),
                        devices(model),
                        space,
                        entry(MaterialDesignC.CASH_REGISTER, model.shiftProperty()),
                        entry(MaterialDesignA.ACCOUNT_OUTLINE, model.operatorProperty()),
                        entry(MaterialDesignS.STORE_OUTLINE, model.tillProperty()),
                        entry(MaterialDesignC.CLOCK_OUTLINE, model.clockProperty()));
    }

    private static Label sync(ShellModel model) {
        var icon = new FontIcon();
        var words = entry(icon, model.syncWordsProperty());
        words.setId("sync-words");
        words.getStyleClass().add("sync");
        words.setOnMouseClicked(_ -> model.goTo(Place.SYNC));
        model.syncLightProperty()
                .subscribe(light -> {
                    icon.setIconCode(light.icon());
                    words.getStyleClass().removeAll("good", "busy", "waiting", "bad");
                    words.getStyleClass().add(light.styleClass());
                });
        return words;
    }

    private static Label devices(ShellModel model) {
        var words = entry(MaterialDesignP.PRINTER_ALERT, model.devicesProperty());
        words.setId("device-words");
        words.getStyleClass().addAll("sync", "bad");
        words.setOnMouseClicked(_ -> model.goTo(Place.SETTINGS));
        return words;
    }

    private static Label entry(Ikon ikon, ObservableValue<String> text) {
        return entry(new FontIcon(ikon), text);
    }

    private static Label entry(FontIcon icon, ObservableValue<String> text) {
        var label = new Label();
        label.setGraphic(icon);
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
