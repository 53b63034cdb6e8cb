package kmmotos.desktop.ui;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// How the till stands with the server, at a glance; the words beside it say the rest.
public enum SyncLight {
    CONFIRMED(MaterialDesignC.CLOUD_CHECK_OUTLINE, "good"),
    SENDING(MaterialDesignC.CLOUD_SYNC_OUTLINE, "busy"),
    NOT_CONNECTED(MaterialDesignC.CLOUD_OFF_OUTLINE, "waiting"),
    NEEDS_ATTENTION(MaterialDesignA.ALERT_OUTLINE, "bad");

    private final Ikon icon;
    private final String styleClass;

    SyncLight(Ikon icon, String styleClass) {
        this.icon = icon;
        this.styleClass = styleClass;
    }

    Ikon icon() {
        return icon;
    }

    String styleClass() {
        return styleClass;
    }
}
