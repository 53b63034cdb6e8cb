package kmmotos.desktop.headoffice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kmmotos.model.catalog.Sku;
import kmmotos.model.pricing.Deal;
import kmmotos.model.pricing.Items;

/// What a promotion is about, as it is typed: articles' numbers, `#category` and `@brand` with
/// commas between, `*` for everything; the parts of a bundle with semicolons between, each with how
/// many in front: `1 x KIT-520; 2 x #brakes-pads`.
final class ItemsText {
    private static final String ALL = "*";
    private static final Pattern PART = Pattern.compile("(?:(\\d{1,2})\\s*[x×]\\s+)?(.*)");

    private ItemsText() {}

    /// Empty if nothing is named, or something that can't be.
    static Optional<Items> items(String typed) {
        var words = words(typed, ",");
        try {
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Items(
                                    words.stream()
                                            .filter(word -> !word.matches("[#@*].*"))
                                            .map(Sku::new)
                                            .collect(Collectors.toSet()),
                                    marked(words, "#"),
                                    marked(words, "@")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Empty if any part can't be read.
    static List<Deal.Part> parts(String typed) {
        var words = words(typed, ";");
        var parts = words.stream().flatMap(word -> part(word).stream()).toList();
        return parts.size() == words.size() ? parts : List.of();
    }

    private static Optional<Deal.Part> part(String typed) {
        Matcher matcher = PART.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int units = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
        return items(matcher.group(2))
                .filter(_ -> units > 0)
                .map(items -> new Deal.Part(items, units));
    }

    static String of(Items items) {
        String words =
                Stream.of(
                                items.skus().stream().map(Sku::value),
                                items.categories().stream().map(code -> "#" + code),
                                items.brands().stream().map(code -> "@" + code))
                        .flatMap(some -> some)
                        .collect(Collectors.joining(", "));
        return words.isEmpty() ? ALL : words;
    }

    static String of(List<Deal.Part> parts) {
        return parts.stream()
                .map(part -> part.units() + " x " + of(part.items()))
                .collect(Collectors.joining("; "));
    }

    /// What stands between the separators, without blanks around.
    static List<String> words(String typed, String separator) {
        return Arrays.stream(typed.split(separator, -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Set<String> marked(List<String> words, String mark) {
        return words.stream()
                .filter(word -> word.startsWith(mark))
                .map(word -> word.substring(1).strip())
                .collect(Collectors.toSet());
    }
}
