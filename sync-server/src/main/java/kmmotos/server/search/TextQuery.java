package kmmotos.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kmmotos.model.catalog.PartNumber;
import kmmotos.server.search.index.Fields;
import kmmotos.server.search.index.LiveIndex;
import kmmotos.server.search.index.PartWords;
import kmmotos.server.search.index.Words;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Makes of typed text what the index is asked. Nothing in the text is an operator.
///
/// A word may be meant as a word of any language, as what it means, as a number or its beginning,
/// or, if it is none of these, as the beginning of a word or as one that is spelt almost so. All
/// words must be met, at first; see [#attempts].
final class TextQuery {

    private static final int SHORTEST_NUMBER = 3;
    private static final int MAX_NUMBER_WORDS = 5;
    private static final int WORDS_FOR_ONE_THAT_MAY_MISS = 3;

    /// Looking for words that are spelt almost so costs most of all.
    private static final int MAX_CORRECTED = 4;

    private final LiveIndex.View view;
    private final Vocabulary vocabulary;
    private final PartWords parts;
    private final Ranking ranking;
    private final TypedText typed;
    private final Map<String, Query> read = new HashMap<>();

    /// Words that the catalogue does not have, with those they were taken for.
    private final Map<String, String> corrected = new HashMap<>();

    private int lookedUp;

    TextQuery(LiveIndex.View view, PartWords parts, Ranking ranking, TypedText typed) {
        this.view = view;
        this.vocabulary = new Vocabulary(view.reader());
        this.parts = parts;
        this.ranking = ranking;
        this.typed = typed;
    }

    /// One way to read the text.
    ///
    /// @param partly whether a hit need not have all words
    record Attempt(Query query, boolean partly) {}

    /// The ways to read the text, the strictest first; the next is tried when one finds nothing.
    ///
    /// Where a motorcycle is named, its words and its year are never among those that may be
    /// missing: a part that does not fit is worse than none.
    List<Attempt> attempts() throws IOException {
        List<Attempt> all = new ArrayList<>();
        Optional<BikeWords> bike = BikeWords.in(typed.words(), view.bikes());
        List<Query> clauses = clauses(typed.words());
        if (bike.isPresent()) {
            List<Query> others = clauses(bike.get().others());
            all.add(new Attempt(query(others, bike, 0), false));
            all.add(new Attempt(query(clauses, Optional.empty(), 0), false));
            addPartly(all, others, bike);
        } else {
            all.add(new Attempt(query(clauses, bike, 0), false));
            addPartly(all, clauses, bike);
        }
        return all;
    }

    /// What the text may become: all its words, the last one perhaps not yet whole.
    Query beginning() throws IOException {
        List<String> words = typed.words();
        List<Query> clauses = clauses(words.subList(0, words.size() - 1));
        List<Query> last = known(words.getLast());
        last.add(
                constant(
                        new PrefixQuery(new Term(Fields.PLAIN, words.getLast())),
                        Ranking.WORD_BEGINS_SO));
        clauses.add(best(last));
        return query(clauses, Optional.empty(), 0);
    }

    /// The text with the words that were taken for others.
    Optional<String> didYouMean() {
        return corrected.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        String.join(
                                " ",
                                typed.all().stream()
                                        .map(word -> corrected.getOrDefault(word, word))
                                        .toList()));
    }

    private void addPartly(List<Attempt> all, List<Query> clauses, Optional<BikeWords> bike) {
        int mayMiss = clauses.size() / WORDS_FOR_ONE_THAT_MAY_MISS;
        if (mayMiss > 0) {
            all.add(new Attempt(query(clauses, bike, mayMiss), true));
        }
    }

    private Query query(List<Query> clauses, Optional<BikeWords> bike, int mayMiss) {
        BooleanQuery.Builder said = new BooleanQuery.Builder();
        Occur occur = mayMiss == 0 ? Occur.MUST : Occur.SHOULD;
        clauses.forEach(clause -> said.add(clause, occur));
        if (mayMiss > 0) {
            said.setMinimumNumberShouldMatch(clauses.size() - mayMiss);
        }
        bike.ifPresent(named -> said.add(fitting(named), Occur.MUST));
        BooleanQuery.Builder found = new BooleanQuery.Builder();
        found.add(said.build(), Occur.SHOULD);
        numbers().forEach(number -> found.add(number, Occur.SHOULD));
        return ranked(found.build());
    }

    /// With what ranks hits but finds none.
    private Query ranked(Query found) {
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(found, Occur.MUST);
        if (ranking.inStock() > 0) {
            ranked.add(
                    constant(
                            new TermQuery(new Term(Fields.IN_STOCK, Fields.YES)),
                            ranking.inStock()),
                    Occur.SHOULD);
        }
        if (ranking.sales() > 0) {
            ranked.add(
                    FeatureField.newSaturationQuery(
                            Fields.RANK, Fields.SOLD, (float) ranking.sales(), Ranking.USUAL_SALES),
                    Occur.SHOULD);
        }
        return ranked.build();
    }

    /// With words of a part, what fits any motorcycle is meant too, such as its oil.
    private Query fitting(BikeWords bike) {
        if (bike.others().isEmpty()) {
            return constant(bike.query(), ranking.fits());
        }
        return new BooleanQuery.Builder()
                .add(constant(bike.query(), ranking.fits()), Occur.SHOULD)
                .add(
                        constant(
                                new TermQuery(new Term(Fields.UNIVERSAL, Fields.YES)),
                                Ranking.UNIVERSAL),
                        Occur.SHOULD)
                .build();
    }

    /// The whole text, or some of its words in a row, as a number; the whole as its beginning.
    private List<Query> numbers() {
        Set<String> whole = new LinkedHashSet<>(List.of(typed.number()));
        List<String> words = typed.all();
        for (int from = 0; from < words.size(); from++) {
            int end = Math.min(words.size(), from + MAX_NUMBER_WORDS);
            for (int to = from + 1; to <= end; to++) {
                whole.add(number(String.join("", words.subList(from, to))));
            }
        }
        List<Query> queries = new ArrayList<>();
        whole.stream()
                .filter(TextQuery::isNumber)
                .map(number -> new TermQuery(new Term(Fields.NUMBER, number)))
                .forEach(query -> queries.add(constant(query, Ranking.EXACT_NUMBER)));
        if (isNumber(typed.number())) {
            queries.add(
                    constant(
                            new PrefixQuery(new Term(Fields.NUMBER_PART, typed.number())),
                            Ranking.NUMBER_BEGINS_SO));
        }
        return queries;
    }

    private static String number(String word) {
        return PartNumber.normalized(word);
    }

    private static boolean isNumber(String number) {
        return number.length() >= SHORTEST_NUMBER && number.chars().anyMatch(Character::isDigit);
    }

    /// One for each word or phrase that has a meaning of its own.
    private List<Query> clauses(List<String> words) throws IOException {
        List<Query> clauses = new ArrayList<>();
        for (int from = 0; from < words.size(); ) {
            int to = endOfPhrase(words, from);
            clauses.add(to - from == 1 ? word(words.get(from)) : phrase(words.subList(from, to)));
            from = to;
        }
        return clauses;
    }

    private int endOfPhrase(List<String> words, int from) {
        int to = Math.min(words.size(), from + PartWords.MAX_PHRASE);
        while (to > from + 1 && parts.meanings(words.subList(from, to)).isEmpty()) {
            to--;
        }
        return to;
    }

    private Query phrase(List<String> words) throws IOException {
        BooleanQuery.Builder each = new BooleanQuery.Builder();
        for (String word : words) {
            each.add(word(word), Occur.MUST);
        }
        List<Query> ways = new ArrayList<>(List.of(each.build()));
        addMeanings(ways, words, words.size());
        return best(ways);
    }

    private void addMeanings(List<Query> ways, List<String> phrase, int words) throws IOException {
        for (String meaning : parts.meanings(phrase)) {
            if (vocabulary.has(Fields.CONCEPT, meaning)) {
                ways.add(
                        new BoostQuery(
                                new TermQuery(new Term(Fields.CONCEPT, meaning)),
                                words * Ranking.MEANS_THE_SAME));
            }
        }
    }

    private Query word(String word) throws IOException {
        Query known = read.get(word);
        if (known == null) {
            known = read(word);
            read.put(word, known);
        }
        return known;
    }

    private Query read(String word) throws IOException {
        List<Query> ways = known(word);
        if (ways.isEmpty() && vocabulary.hasBeginning(Fields.PLAIN, word)) {
            ways.add(
                    constant(
                            new PrefixQuery(new Term(Fields.PLAIN, word)), Ranking.WORD_BEGINS_SO));
        }
        if (ways.isEmpty() && lookedUp++ < MAX_CORRECTED) {
            for (String meant : vocabulary.meant(word)) {
                String _ = corrected.putIfAbsent(word, meant);
                ways.add(new BoostQuery(best(known(meant)), Ranking.SPELT_OTHERWISE));
            }
        }
        // One that occurs nowhere is asked for all the same, and finds nothing.
        return ways.isEmpty() ? new TermQuery(new Term(Fields.PLAIN, word)) : best(ways);
    }

    /// What the index has for a word as it is.
    private List<Query> known(String word) throws IOException {
        List<Query> ways = new ArrayList<>();
        for (String language : Fields.LANGUAGES) {
            String stem = Words.stem(language, word);
            addIfThere(ways, Fields.name(language), stem, 1);
            addIfThere(ways, Fields.more(language), stem, Ranking.MORE);
        }
        addMeanings(ways, List.of(word), 1);
        if (vocabulary.has(Fields.PLAIN, word)) {
            ways.add(constant(new TermQuery(new Term(Fields.PLAIN, word)), Ranking.WORD_BEGINS_SO));
        }
        String number = number(word);
        if (isNumber(number) && vocabulary.hasBeginning(Fields.NUMBER_PART, number)) {
            ways.add(
                    constant(
                            new PrefixQuery(new Term(Fields.NUMBER_PART, number)),
                            Ranking.WORD_BEGINS_SO));
        }
        return ways;
    }

    private void addIfThere(List<Query> ways, String field, String word, float boost)
            throws IOException {
        if (vocabulary.has(field, word)) {
            ways.add(new BoostQuery(new TermQuery(new Term(field, word)), boost));
        }
    }

    private static Query best(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static Query constant(Query query, double score) {
        return new BoostQuery(new ConstantScoreQuery(query), (float) score);
    }
}
