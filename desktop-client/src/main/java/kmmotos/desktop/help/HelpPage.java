package kmmotos.desktop.help;

import java.util.List;
import java.util.Locale;
import kmmotos.desktop.ui.Place;
import kmmotos.desktop.ui.Texts;

/// What is to be known of one place.
///
/// @param what in a sentence or two
/// @param keys those that do something there, the commonest first
/// @param typed what can be typed there, if that means something
public record HelpPage(String title, String what, List<Key> keys, List<Key> typed) {

    /// @param key as it stands on the keyboard, or what is typed
    public record Key(String key, String does) {}

    public HelpPage {
        keys = List.copyOf(keys);
        typed = List.copyOf(typed);
    }

    public static HelpPage of(Place place, Texts texts) {
        String name = "help." + place.name().toLowerCase(Locale.ROOT);
        return new HelpPage(
                texts.get(place.textKey()),
                texts.get(name + ".what"),
                keys(texts.get(name + ".keys")),
                place == Place.SELL ? keys(texts.get(name + ".typed")) : List.of());
    }

    /// What works in every place.
    public static List<Key> everywhere(Texts texts) {
        return keys(texts.get("help.everywhere.keys"));
    }

    /// One on each line: `F2 | Customer`.
    private static List<Key> keys(String lines) {
        return lines.lines()
                .map(line -> line.split("\\|", 2))
                .map(parts -> new Key(parts[0].strip(), parts[1].strip()))
                .toList();
    }
}
