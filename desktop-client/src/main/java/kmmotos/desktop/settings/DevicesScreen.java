package kmmotos.desktop.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kmmotos.desktop.devices.DeviceBoard.Device;
import kmmotos.desktop.ui.Card;
import kmmotos.desktop.ui.KeyCap;
import kmmotos.desktop.ui.Screen;
import kmmotos.desktop.ui.Shortcut;
import kmmotos.desktop.ui.Texts;
import kmmotos.desktop.ui.Workplace;

/// Every device of this till on one page, each with a key that tries it; above them what waits for
/// the printer.
public final class DevicesScreen implements Screen {

    private static final Map<Device, KeyCode> KEYS = keys();

    private final DevicesModel model;
    private final Texts texts;
    private final Map<Device, DevicePane> panes = new EnumMap<>(Device.class);
    private final Label slips = new Label();
    private final Node waiting;
    private final StackPane view;

    public DevicesScreen(Workplace workplace, DevicesModel model) {
        this.model = model;
        this.texts = workplace.texts();
        this.waiting = waiting();
        var column = new VBox(waiting);
        column.getStyleClass().addAll("column", "devices");
        KEYS.forEach((device, key) -> {
            var pane = new DevicePane(device, key, model, texts);
            panes.put(device, pane);
            if (device == Device.DISPLAY) {
                pane.add(customerWindow());
            }
            column.getChildren().add(pane);
        });
        var save = KeyCap.button("F12", texts.get("settings.save"), this::save);
        save.setId("save-devices");
        save.getStyleClass().add("primary");
        var hint = new Label(texts.get("settings.device.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        save.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        var foot = new HBox(save, hint);
        foot.getStyleClass().add("device-row");
        column.getChildren().add(foot);
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        view = new StackPane(scroll);
        view.getStyleClass().add("screen");
        model.newsProperty().subscribe(_ -> show());
        model.printerProperty().subscribe(_ -> show());
    }

    private static Map<Device, KeyCode> keys() {
        var keys = new EnumMap<Device, KeyCode>(Device.class);
        keys.put(Device.RECEIPT_PRINTER, KeyCode.F2);
        keys.put(Device.DRAWER, KeyCode.F3);
        keys.put(Device.LABEL_PRINTER, KeyCode.F4);
        keys.put(Device.DISPLAY, KeyCode.F5);
        keys.put(Device.CARD_TERMINAL, KeyCode.F6);
        keys.put(Device.SCANNER, KeyCode.F7);
        keys.put(Device.SCALE, KeyCode.F8);
        return keys;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.look();
        panes.values().forEach(pane -> pane.allow(model.mayConfigure()));
        show();
    }

    @Override
    public boolean scanned(String code) {
        model.scanned(code);
        return true;
    }

    @Override
    public List<Shortcut> shortcuts() {
        List<Shortcut> shortcuts =
                KEYS.entrySet().stream()
                        .map(key -> Shortcut.of(key.getValue(), () -> model.test(key.getKey())))
                        .collect(Collectors.toList());
        shortcuts.add(Shortcut.of(KeyCode.F9, model::printNow));
        shortcuts.add(Shortcut.of(KeyCode.F10, model::discardFirst));
        shortcuts.add(Shortcut.of(KeyCode.F12, this::save));
        return shortcuts;
    }

    private Node waiting() {
        slips.setId("waiting-slips");
        slips.setWrapText(true);
        var now = KeyCap.button("F9", texts.get("settings.waiting.now"), model::printNow);
        now.setId("print-waiting");
        var discard =
                KeyCap.button("F10", texts.get("settings.waiting.discard"), model::discardFirst);
        discard.setId("discard-waiting");
        var bar = new HBox(now, discard);
        bar.getStyleClass().add("toolbar");
        return new Card(texts.get("settings.waiting"), slips, bar);
    }

    private Node customerWindow() {
        var box = new CheckBox(texts.get("settings.device.window"));
        box.setId("customer-window");
        box.setSelected(model.showsCustomerWindow());
        box.setOnAction(_ -> {
            model.useCustomerWindow(box.isSelected());
            box.setSelected(model.showsCustomerWindow());
        });
        return box;
    }

    private void save() {
        panes.values().forEach(DevicePane::save);
        show();
    }

    private void show() {
        panes.values().forEach(DevicePane::show);
        var lines =
                model.waiting().stream()
                        .map(name -> texts.get("settings.waiting.slip", name))
                        .collect(Collectors.toList());
        model.unsure().forEach(name -> lines.add(texts.get("settings.waiting.unsure", name)));
        slips.setText(String.join("\n", lines));
        waiting.setVisible(!lines.isEmpty());
        waiting.setManaged(!lines.isEmpty());
    }
}
