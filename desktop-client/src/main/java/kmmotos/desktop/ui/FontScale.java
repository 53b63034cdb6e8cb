package kmmotos.desktop.ui;

import java.util.Locale;

/// How large everything is written; all sizes of the stylesheet follow it.
public enum FontScale {
    PERCENT_100,
    PERCENT_125,
    PERCENT_150,
    PERCENT_175,
    PERCENT_200;

    public int percent() {
        return 100 + 25 * ordinal();
    }

    String styleClass() {
        return "scale-" + name().toLowerCase(Locale.ROOT).substring("percent_".length());
    }
}
