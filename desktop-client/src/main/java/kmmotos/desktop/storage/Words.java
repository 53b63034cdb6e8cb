package kmmotos.desktop.storage;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Words as a search compares them: without accents and case, letters and digits only.
public final class Words {
    private static final int MAX_LENGTH = 100;
    private static final int MAX_WORDS = 8;

    private Words() {}

    public static List<String> in(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), MAX_LENGTH)))
                .distinct()
                .toList();
    }

    /// SQL for the keys that have a word beginning with each of these; the words, with `%` added,
    /// are its parameters in order.
    ///
    /// @param table has the columns `word` and the key
    public static String query(String table, String key, int words) {
        String joins =
                IntStream.range(1, words)
                        .mapToObj(i ->
                                " join %s w%d on w%d.%s = w0.%s and w%d.word like ?%d"
                                        .formatted(table, i, i, key, key, i, i + 1))
                        .collect(Collectors.joining());
        return "select distinct w0.%s from %s w0%s where w0.word like ?1"
                .formatted(key, table, joins);
    }

    /// The words of a search as patterns, the one that is likely the rarest first, because it leads
    /// the query: those with digits, then the longest.
    public static List<String> patterns(String typed) {
        return in(typed).stream()
                .sorted(
                        Comparator.comparing(
                                        (String word) -> word.chars().noneMatch(Words::isDigit))
                                .thenComparing(String::length, Comparator.reverseOrder()))
                .limit(MAX_WORDS)
                .map(word -> word + "%")
                .toList();
    }

    private static boolean isDigit(int character) {
        return Character.isDigit(character);
    }
}
