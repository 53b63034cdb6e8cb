package kmmotos.desktop.keys;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A key with what is held down beside it, as it is written: `F5`, `Ctrl+D`, `Ctrl+Shift+F2`.
/// Always in this order and spelling, so that two that mean the same are equal.
public final class KeyName {
    private static final Set<String> NAMED =
            Set.of("Insert", "Delete", "Backspace", "Home", "End", "Page Up", "Page Down", "Pause");

    private static final Pattern FORM =
            Pattern.compile(
                    "(Ctrl\\+)?(Alt\\+)?(Shift\\+)?(F\\d{1,2}|[A-Z0-9]|[A-Z][a-z]+( [A-Z][a-z]+)?)");

    private static final Pattern PLACE = Pattern.compile("Ctrl\\+[1-9]");
    private static final Pattern LESSON = Pattern.compile("Shift\\+F\\d{1,2}");

    /// What the window itself, its fields and a scanner need.
    private static final Set<String> RESERVED =
            Set.of(
                    "Ctrl+A",
                    "Ctrl+C",
                    "Ctrl+V",
                    "Ctrl+X",
                    "Ctrl+T",
                    "Ctrl+F1",
                    "Delete",
                    "Backspace",
                    "Home",
                    "End");

    private KeyName() {}

    /// @return empty if it is no key that could be pressed for an action
    static Optional<String> parse(String written) {
        Matcher matcher = FORM.matcher(written.strip());
        return matcher.matches() && isKnown(matcher.group(4))
                ? Optional.of(matcher.group())
                : Optional.empty();
    }

    private static boolean isKnown(String key) {
        boolean isFunction = key.matches("F([1-9]|1[0-9]|2[0-4])");
        return isFunction || key.length() == 1 || NAMED.contains(key);
    }

    /// Keys that go to places, lessons, fields and the help.
    static boolean isReserved(String key) {
        return RESERVED.contains(key)
                || PLACE.matcher(key).matches()
                || LESSON.matcher(key).matches();
    }

    /// A scanner types letters and digits, with Shift for capitals and with Alt for what its
    /// keyboard lacks.
    static boolean isScanned(String key) {
        return !key.startsWith("Ctrl+") && key.matches("(Alt\\+)?(Shift\\+)?[A-Z0-9]");
    }

    /// As it stands on a key cap.
    public static String shown(String key) {
        return key.replace("Insert", "Ins").replace("Delete", "Del");
    }
}
