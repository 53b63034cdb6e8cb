package kmmotos.desktop.ui;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// A place of the navigation, in the order shown.
public enum Place {
    SELL(MaterialDesignC.CART_OUTLINE, "ui.place.sell", KeyCode.DIGIT1),
    ORDERS(MaterialDesignP.PACKAGE_VARIANT_CLOSED, "ui.place.orders", KeyCode.DIGIT2),
    STOCK(MaterialDesignW.WAREHOUSE, "ui.place.stock", KeyCode.DIGIT3),
    SHIFT(MaterialDesignC.CASH_REGISTER, "ui.place.shift", KeyCode.DIGIT4),
    REPORTS(MaterialDesignC.CHART_BAR, "ui.place.reports", KeyCode.DIGIT5),
    SYNC(MaterialDesignC.CLOUD_SYNC_OUTLINE, "ui.place.sync", KeyCode.DIGIT6),
    HEAD_OFFICE(MaterialDesignO.OFFICE_BUILDING_OUTLINE, "ui.place.head_office", KeyCode.DIGIT7),
    SETTINGS(MaterialDesignC.COG_OUTLINE, "ui.place.settings", KeyCode.DIGIT8);

    private final Ikon icon;
    private final String textKey;
    private final KeyCombination keys;

    Place(Ikon icon, String textKey, KeyCode digit) {
        this.icon = icon;
        this.textKey = textKey;
        this.keys = new KeyCodeCombination(digit, KeyCombination.CONTROL_DOWN);
    }

    public Ikon icon() {
        return icon;
    }

    public String textKey() {
        return textKey;
    }

    public KeyCombination keys() {
        return keys;
    }
}
