package kmmotos.server.catalog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kmmotos.model.catalog.Gtin;
import kmmotos.model.catalog.PartNumber;

/// What somebody types into the search field, as the database compares it.
///
/// @param words lower case, without accents
/// @param number the whole text read as a part number
record SearchWords(List<String> words, String number) {

    static final int MAX_LENGTH = 200;

    /// Fewer characters than this are too common to be the start of a number.
    private static final int MIN_NUMBER_PREFIX = 3;

    static SearchWords typed(String text) {
        String number =
                Gtin.find(text).map(Gtin::value).orElseGet(() -> PartNumber.normalized(text));
        return new SearchWords(split(text), number);
    }

    /// The words of some texts, to be indexed.
    static String indexed(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> split(text).stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /// Each word as the beginning of one that must occur; a query for `to_tsquery`.
    String query() {
        return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    }

    boolean mayBeginNumber() {
        return number.length() >= MIN_NUMBER_PREFIX;
    }

    /// The first text after all that begin with the number.
    String afterNumber() {
        return number + '\uffff';
    }

    private static List<String> split(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
