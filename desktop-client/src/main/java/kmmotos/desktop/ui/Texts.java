package kmmotos.desktop.ui;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import kmmotos.desktop.keys.KeyMap;

/// What the screens say, in one language. A key starts with its feature (`sales.total`), and the
/// feature's folder holds its bundle (`kmmotos/desktop/sales/texts.properties`, `_pt_BR`, `_es`).
/// `{0}` marks where an argument goes.
public final class Texts {
    public static final Locale PORTUGUESE = Locale.of("pt", "BR");
    public static final Locale SPANISH = Locale.of("es");

    /// The languages the till speaks; the first is what every other falls back to.
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, PORTUGUESE, SPANISH);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final KeyMap keys;
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    public Texts(Locale locale) {
        this(locale, KeyMap.USUAL);
    }

    /// @param keys those in force: texts name keys by what they do, `{key.park}`
    public Texts(Locale locale, KeyMap keys) {
        this.locale = locale;
        this.keys = keys;
    }

    public KeyMap keys() {
        return keys;
    }

    public Locale locale() {
        return locale;
    }

    public String get(String key, Object... arguments) {
        var bundle = bundles.computeIfAbsent(key.substring(0, key.indexOf('.')), this::load);
        var text = keys.told(bundle.containsKey(key) ? bundle.getString(key) : "!" + key + "!");
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", plain(arguments[i]));
        }
        return text;
    }

    /// The text for this many: `key.one` or `key.other`, by the language's rule; `{0}` is the
    /// number.
    public String count(String key, long number, Object... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = number;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return get(key + (isOne(number) ? ".one" : ".other"), arguments);
    }

    private boolean isOne(long number) {
        return number == 1 || (number == 0 && locale.getLanguage().equals("pt"));
    }

    private String plain(Object argument) {
        return switch (argument) {
            case Integer number -> NumberFormat.getIntegerInstance(locale).format(number);
            case Long number -> NumberFormat.getIntegerInstance(locale).format(number);
            case BigDecimal number -> NumberFormat.getInstance(locale).format(number);
            default -> argument.toString();
        };
    }

    private ResourceBundle load(String feature) {
        return ResourceBundle.getBundle(
                "kmmotos.desktop." + feature + ".texts", locale, NO_FALLBACK);
    }
}
