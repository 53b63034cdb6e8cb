package kmmotos.desktop.staff;

import javafx.scene.control.TextFormatter;

/// What may be typed into a PIN field: digits, not too many. Anything else leaves the field empty,
/// as half a PIN helps nobody.
final class PinText {
    private PinText() {}

    static TextFormatter<String> formatter() {
        return new TextFormatter<>(change -> {
            if (!change.getControlNewText().matches("\\d{0," + PinCheck.MAX_PIN_LENGTH + "}")) {
                change.setText("");
                change.setRange(0, change.getControlText().length());
                change.selectRange(0, 0);
            }
            return change;
        });
    }
}
