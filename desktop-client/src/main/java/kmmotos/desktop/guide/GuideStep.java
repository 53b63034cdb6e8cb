package kmmotos.desktop.guide;

import java.util.Locale;

/// What somebody does at a new till before it sells, in this order.
public enum GuideStep {
    LANGUAGE,
    PRINTER,
    SCANNER,
    KEY_CARD,
    PRACTICE;

    /// As it is kept, and its texts after `guide.`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
