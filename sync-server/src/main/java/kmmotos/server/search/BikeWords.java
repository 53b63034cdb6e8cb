package kmmotos.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kmmotos.server.search.index.Bikes;
import kmmotos.server.search.index.Fields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;

/// The motorcycles that some words of a search name, and the other words: `brake pad cg 160 2019`.
///
/// @param bikes models that these words may stand for
/// @param year empty for any
record BikeWords(Set<Bikes.Bike> bikes, OptionalInt year, List<String> others) {

    private static final int FIRST_YEAR = 1885;

    static Optional<BikeWords> in(List<String> words, Bikes known) {
        return known.find(words)
                .map(named -> {
                    List<String> others = new ArrayList<>(words.subList(0, named.from()));
                    others.addAll(words.subList(named.to(), words.size()));
                    OptionalInt year =
                            others.stream()
                                    .filter(word -> word.matches("(19|20)\\d\\d"))
                                    .mapToInt(Integer::parseInt)
                                    .findFirst();
                    year.ifPresent(one -> others.remove(Integer.toString(one)));
                    return new BikeWords(named.bikes(), year, others);
                });
    }

    /// What fits one of them.
    Query query() {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        bikes.forEach(bike -> any.add(fits(bike.key(), year), Occur.SHOULD));
        return any.build();
    }

    /// What fits a model.
    ///
    /// @param key of [Bikes.Bike#key]
    static Query fits(String key, OptionalInt year) {
        if (year.isEmpty()) {
            return new TermQuery(new Term(Fields.FITS_MODEL, key));
        }
        int of = year.getAsInt();
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.FITS_YEAR, key + "|" + of)), Occur.SHOULD)
                .add(
                        TermRangeQuery.newStringRange(
                                Fields.FITS_SINCE,
                                key + "|" + FIRST_YEAR,
                                key + "|" + of,
                                true,
                                true),
                        Occur.SHOULD)
                .build();
    }
}
