package kmmotos.desktop.ui;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/// A place of the navigation, in the order shown.
public enum Place {
    SELL(MaterialDesignC.CART_OUTLINE, "ui.place.sell"),
    ORDERS(MaterialDesignP.PACKAGE_VARIANT_CLOSED, "ui.place.orders"),
    STOCK(MaterialDesignW.WAREHOUSE, "ui.place.stock"),
    SHIFT(MaterialDesignC.CASH_REGISTER, "ui.place.shift"),
    HEAD_OFFICE(MaterialDesignO.OFFICE_BUILDING_OUTLINE, "ui.place.head_office"),
    SETTINGS(MaterialDesignC.COG_OUTLINE, "ui.place.settings");

    private final Ikon icon;
    private final String textKey;

    Place(Ikon icon, String textKey) {
        this.icon = icon;
        this.textKey = textKey;
    }

    public Ikon icon() {
        return icon;
    }

    public String textKey() {
        return textKey;
    }
}
