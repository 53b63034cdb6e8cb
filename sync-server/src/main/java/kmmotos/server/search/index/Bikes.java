package kmmotos.server.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kmmotos.model.catalog.PartNumber;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// The motorcycles that parts in the index are made for, found by how people write them.
public final class Bikes {

    /// The most words of a make and model.
    private static final int MAX_WORDS = 5;

    /// The most models that one name stands for: `cb500` is the CB500F, CB500R and CB500X.
    private static final int MAX_MODELS = 12;

    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_START = 4;

    /// A make and model as they are written.
    ///
    /// @param parts how many products are made for it, about
    public record Bike(String make, String model, int parts) {

        public String key() {
            return key(make, model);
        }

        public static String key(String make, String model) {
            return make.strip().toUpperCase(Locale.ROOT)
                    + "|"
                    + model.strip().toUpperCase(Locale.ROOT);
        }
    }

    /// Motorcycles that some of the words name.
    ///
    /// @param from the first of these words
    /// @param to after the last of these words
    public record Named(Set<Bike> bikes, int from, int to) {}

    private final NavigableMap<String, Set<Bike>> byLetters = new TreeMap<>();

    private Bikes() {}

    static Bikes in(IndexReader reader) throws IOException {
        Bikes bikes = new Bikes();
        Terms terms = MultiTerms.getTerms(reader, Fields.BIKE);
        if (terms == null) {
            return bikes;
        }
        TermsEnum all = terms.iterator();
        for (BytesRef term = all.next(); term != null; term = all.next()) {
            String text = term.utf8ToString();
            int bar = text.indexOf('|');
            bikes.add(new Bike(text.substring(0, bar), text.substring(bar + 1), all.docFreq()));
        }
        return bikes;
    }

    private void add(Bike bike) {
        String model = PartNumber.normalized(bike.model());
        String make = PartNumber.normalized(bike.make());
        for (String letters : Set.of(model, make + model)) {
            if (letters.length() >= SHORTEST_NAME) {
                byLetters.computeIfAbsent(letters, _ -> new LinkedHashSet<>()).add(bike);
            }
        }
    }

    /// The longest run of words that names motorcycles; of as long ones, the first.
    public Optional<Named> find(List<String> words) {
        for (int count = Math.min(MAX_WORDS, words.size()); count > 0; count--) {
            for (int from = 0; from + count <= words.size(); from++) {
                Set<Bike> found = named(String.join("", words.subList(from, from + count)));
                if (!found.isEmpty()) {
                    return Optional.of(new Named(found, from, from + count));
                }
            }
        }
        return Optional.empty();
    }

    private Set<Bike> named(String written) {
        String letters = PartNumber.normalized(written);
        if (letters.chars().noneMatch(Character::isLetter)) {
            return Set.of();
        }
        Set<Bike> found = new LinkedHashSet<>(byLetters.getOrDefault(letters, Set.of()));
        if (isModelNumber(letters)) {
            // Followed by a letter: the CB500X, but not a CB5000.
            byLetters.subMap(letters + 'A', letters + '\uffff').values().forEach(found::addAll);
        }
        return found.size() <= MAX_MODELS ? found : Set.of();
    }

    /// Enough of a model's name to stand for those that begin so: letters and digits.
    private static boolean isModelNumber(String letters) {
        return letters.length() >= SHORTEST_START
                && Character.isLetter(letters.charAt(0))
                && Character.isDigit(letters.charAt(letters.length() - 1));
    }

    /// Motorcycles whose make and model, or model, begin so; those with most parts first.
    public List<Bike> beginning(String written, int limit) {
        String letters = PartNumber.normalized(written);
        Set<Bike> found = new LinkedHashSet<>();
        if (letters.length() >= SHORTEST_NAME) {
            byLetters.subMap(letters, letters + '\uffff').values().forEach(found::addAll);
        }
        List<Bike> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> Integer.compare(b.parts(), a.parts()));
        return sorted.stream().limit(limit).toList();
    }
}
