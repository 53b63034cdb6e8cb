package kmmotos.desktop.settings;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import kmmotos.desktop.devices.DeviceAddress;
import kmmotos.desktop.devices.DeviceBoard.Device;
import kmmotos.desktop.devices.DeviceBoard.Said;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// One device: its address, what it said last, what to do when something is wrong, and its test.
final class DevicePane extends VBox {

    private final Device device;
    private final DevicesModel model;
    private final Texts texts;
    private final TextField address = new TextField();
    private final Button twin = new Button();
    private final FontIcon mark = new FontIcon(MaterialDesignC.CIRCLE_OUTLINE);
    private final Label said = new Label("", mark);
    private final Label advice = new Label("", new FontIcon(MaterialDesignL.LIGHTBULB_ON_OUTLINE));

    DevicePane(Device device, KeyCode key, DevicesModel model, Texts texts) {
        this.device = device;
        this.model = model;
        this.texts = texts;
        String id = device.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var name = new Label(texts.get("settings.device." + device), new FontIcon(icon(device)));
        name.getStyleClass().add("device-name");
        said.setId("said-" + id);
        said.setWrapText(true);
        said.getStyleClass().add("device-said");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var test = KeyCap.button(key.getName(), texts.get("settings.device.test"), this::test);
        test.setId("test-" + id);
        test.setMinWidth(Region.USE_PREF_SIZE);
        test.setAccessibleText(
                texts.get("settings.device." + device)
                        + ", "
                        + texts.get("settings.device.test")
                        + ", "
                        + key.getName());
        var head = new HBox(name, said, place(id, name), test);
        head.getStyleClass().add("device-row");
        advice.getStyleClass().add("advice");
        advice.setWrapText(true);
        advice.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll("card", "device");
        getChildren().addAll(head, advice);
        show();
    }

    void add(Node more) {
        getChildren().add(1, more);
    }

    /// Whether the person who stands here now may change it.
    void allow(boolean change) {
        address.setDisable(!change);
        twin.setDisable(!change);
    }

    void save() {
        if (model.address(device).isPresent()) {
            model.use(device, address.getText().strip());
        }
    }

    void show() {
        said.setText(model.words(device));
        boolean isTrouble = model.said(device).filter(Said::isTrouble).isPresent();
        boolean isGood = model.said(device).isPresent() && !isTrouble;
        mark.setIconCode(
                isTrouble
                        ? MaterialDesignA.ALERT_CIRCLE_OUTLINE
                        : isGood
                                ? MaterialDesignC.CHECK_CIRCLE_OUTLINE
                                : MaterialDesignC.CIRCLE_OUTLINE);
        said.getStyleClass().removeAll("good", "bad");
        if (isTrouble || isGood) {
            said.getStyleClass().add(isTrouble ? "bad" : "good");
        }
        advice.setText(
                isTrouble
                        ? texts.get("settings.advice." + model.said(device).orElseThrow().word())
                        : "");
        advice.setVisible(isTrouble);
        advice.setManaged(isTrouble);
    }

    private void test() {
        model.test(device);
    }

    /// Its address, and the twin in memory by one press.
    private Node place(String id, Label name) {
        if (model.address(device).isEmpty()) {
            var fixed = new Label(texts.get("settings.place." + device));
            fixed.getStyleClass().add("muted");
            return fixed;
        }
        model.address(device).map(DeviceAddress::toString).ifPresent(address::setText);
        address.setId("address-" + id);
        address.setPrefColumnCount(18);
        address.setPromptText(texts.get("settings.device.prompt." + device));
        address.setAccessibleText(name.getText() + ", " + texts.get("settings.address"));
        address.setOnAction(_ -> save());
        twin.setText(texts.get("settings.device.simulated"));
        twin.setId("simulate-" + id);
        twin.setMinWidth(USE_PREF_SIZE);
        twin.setOnAction(_ -> {
            address.setText(DeviceAddress.SIMULATED);
            save();
        });
        var both = new HBox(address, twin);
        both.getStyleClass().add("device-place");
        return both;
    }

    private static Ikon icon(Device device) {
        return switch (device) {
            case RECEIPT_PRINTER -> MaterialDesignP.PRINTER_POS;
            case DRAWER -> MaterialDesignC.CASH_REGISTER;
            case LABEL_PRINTER -> MaterialDesignL.LABEL_OUTLINE;
            case DISPLAY -> MaterialDesignM.MONITOR;
            case CARD_TERMINAL -> MaterialDesignC.CREDIT_CARD_OUTLINE;
            case SCANNER -> MaterialDesignB.BARCODE_SCAN;
            case SCALE -> MaterialDesignS.SCALE;
        };
    }
}
