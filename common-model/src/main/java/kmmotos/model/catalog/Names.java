package kmmotos.model.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// A text in several languages, by BCP 47 tag; on the wire `{"en":"Brake pad","pt-BR":"Pastilha de
/// freio"}`.
///
/// @param byLanguage at least one
public record Names(@JsonValue SortedMap<String, String> byLanguage) {

    public static final int MAX_LENGTH = 300;

    @JsonCreator
    public Names {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a name is given in at least one language");
        }
        byLanguage.values().forEach(Names::check);
        byLanguage = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    private static void check(String name) {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + MAX_LENGTH + " characters, had " + name.length());
        }
    }

    public static Names of(String language, String name) {
        return new Names(new TreeMap<>(java.util.Map.of(language, name)));
    }

    /// The name in this language; else in the same language of another country; else the first
    /// there is.
    public String in(Locale locale) {
        String exact = byLanguage.get(locale.toLanguageTag());
        if (exact != null) {
            return exact;
        }
        return byLanguage.entrySet().stream()
                .filter(entry -> sameLanguage(entry.getKey(), locale))
                .findFirst()
                .orElseGet(() -> ((SequencedMap<String, String>) byLanguage).firstEntry())
                .getValue();
    }

    private static boolean sameLanguage(String tag, Locale locale) {
        return Locale.forLanguageTag(tag).getLanguage().equals(locale.getLanguage());
    }
}
