package kmmotos.server.search;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kmmotos.server.http.Page;
import kmmotos.server.search.index.Fields;
import kmmotos.server.search.index.LiveIndex;
import kmmotos.server.search.index.Millionths;
import kmmotos.server.search.index.PartWords;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Answers one search from a view of the index.
final class CatalogSearch {

    /// Up to so many hits are counted exactly when no filter's counts are wanted.
    private static final int COUNTED = 1_000;

    /// Prices at which a range of the filter begins, in the currency of the zone.
    private static final List<BigDecimal> PRICES =
            List.of(
                    BigDecimal.ZERO,
                    new BigDecimal(25),
                    new BigDecimal(50),
                    new BigDecimal(100),
                    new BigDecimal(250),
                    new BigDecimal(500),
                    new BigDecimal(1_000));

    /// What a search is narrowed by; each is counted without itself.
    private enum Filter {
        CATEGORY,
        BRAND,
        PRICE,
        STORE,
        BIKE
    }

    private final LiveIndex.View view;
    private final PartWords parts;
    private final Ranking ranking;
    private final Wanted wanted;
    private final String zone;
    private final Map<Filter, Query> filters = new EnumMap<>(Filter.class);

    private CatalogSearch(
            LiveIndex.View view, PartWords parts, Ranking ranking, Wanted wanted, String zone) {
        this.view = view;
        this.parts = parts;
        this.ranking = ranking;
        this.wanted = wanted;
        this.zone = zone;
        setFilters();
    }

    /// @param zone whose price list the caller sees
    static Found find(
            LiveIndex.View view, PartWords parts, Ranking ranking, Wanted wanted, String zone)
            throws IOException {
        return new CatalogSearch(view, parts, ranking, wanted, zone).find();
    }

    private Found find() throws IOException {
        if (wanted.text().isEmpty()) {
            return answer(MatchAllDocsQuery.INSTANCE, false, Optional.empty());
        }
        TypedText typed = TypedText.read(wanted.text().get(), parts);
        if (typed.isEmpty()) {
            return Found.NOTHING;
        }
        TextQuery text = new TextQuery(view, parts, ranking, typed);
        Found found = Found.NOTHING;
        for (TextQuery.Attempt attempt : text.attempts()) {
            found = answer(attempt.query(), attempt.partly(), text.didYouMean());
            if (found.total() > 0) {
                return found;
            }
        }
        return found;
    }

    private Found answer(Query text, boolean partly, Optional<String> didYouMean)
            throws IOException {
        IndexSearcher searcher = view.searcher();
        Order order = new Order(wanted.sort(), Fields.price(zone));
        Query query = preferring(filtered(text, null));
        TopFieldDocs top =
                searcher.search(
                        query,
                        new TopFieldCollectorManager(
                                order.sort(),
                                wanted.page().rowsToRead(),
                                order.after(wanted.page()),
                                wanted.facets() ? Integer.MAX_VALUE : COUNTED));
        List<Found.Hit> hits = new ArrayList<>(top.scoreDocs.length);
        for (ScoreDoc found : top.scoreDocs) {
            hits.add(hit(found, query, order));
        }
        return new Found(
                Page.of(hits, wanted.page(), Found.Hit::keys),
                top.totalHits.value(),
                top.totalHits.relation() == TotalHits.Relation.EQUAL_TO,
                partly,
                didYouMean,
                wanted.facets() ? Optional.of(facets(text)) : Optional.empty());
    }

    private Found.Hit hit(ScoreDoc found, Query query, Order order) throws IOException {
        FieldDoc document = (FieldDoc) found;
        List<String> keys = order.keys(document);
        Optional<String> why =
                wanted.explain()
                        ? Optional.of(view.searcher().explain(query, document.doc).toString())
                        : Optional.empty();
        return new Found.Hit(UUID.fromString(keys.getLast()), keys, why);
    }

    private void setFilters() {
        wanted.category()
                .ifPresent(code -> filters.put(Filter.CATEGORY, term(Fields.CATEGORY, code)));
        wanted.brand().ifPresent(code -> filters.put(Filter.BRAND, term(Fields.BRAND, code)));
        if (wanted.priceFrom().isPresent() || wanted.priceTo().isPresent()) {
            filters.put(
                    Filter.PRICE,
                    LongField.newRangeQuery(
                            Fields.price(zone),
                            wanted.priceFrom().map(Millionths::of).orElse(0L),
                            wanted.priceTo().map(Millionths::of).orElse(Long.MAX_VALUE)));
        }
        wanted.inStockAt()
                .ifPresent(store -> filters.put(Filter.STORE, term(Fields.STORE, store.value())));
        wanted.bike()
                .filter(Wanted.Bike::only)
                .ifPresent(bike -> filters.put(Filter.BIKE, fits(bike)));
    }

    private static Query fits(Wanted.Bike bike) {
        return BikeWords.fits(bike.key(), bike.year());
    }

    private Query filtered(Query text, @Nullable Filter without) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(text, Occur.MUST);
        filters.forEach((filter, query) -> {
            if (filter != without) {
                all.add(query, Occur.FILTER);
            }
        });
        return all.build();
    }

    /// What fits the caller's motorcycle first, if it does not stand alone.
    private Query preferring(Query found) {
        return wanted.bike()
                .filter(bike -> !bike.only())
                .<Query>map(bike ->
                        new BooleanQuery.Builder()
                                .add(found, Occur.MUST)
                                .add(
                                        new BoostQuery(
                                                new ConstantScoreQuery(fits(bike)),
                                                (float) ranking.fits()),
                                        Occur.SHOULD)
                                .build())
                .orElse(found);
    }

    private Found.Facets facets(Query text) throws IOException {
        IndexSearcher searcher = view.searcher();
        Query anyStore = filtered(text, Filter.STORE);
        return new Found.Facets(
                FacetCounts.of(searcher, filtered(text, Filter.BRAND), Fields.BRAND),
                FacetCounts.of(searcher, filtered(text, Filter.CATEGORY), Fields.CATEGORY),
                prices(filtered(text, Filter.PRICE)),
                FacetCounts.of(searcher, anyStore, Fields.STORE),
                searcher.count(and(anyStore, term(Fields.IN_STOCK, Fields.YES))),
                fitting(filtered(text, Filter.BIKE)));
    }

    private Optional<Long> fitting(Query found) throws IOException {
        if (wanted.bike().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((long) view.searcher().count(and(found, fits(wanted.bike().get()))));
    }

    private List<Found.PriceRange> prices(Query found) throws IOException {
        List<Found.PriceRange> ranges = new ArrayList<>();
        for (int i = 0; i < PRICES.size(); i++) {
            Optional<BigDecimal> to =
                    i + 1 < PRICES.size() ? Optional.of(PRICES.get(i + 1)) : Optional.empty();
            Query range =
                    LongField.newRangeQuery(
                            Fields.price(zone),
                            Millionths.of(PRICES.get(i)),
                            to.map(Millionths::of).map(end -> end - 1).orElse(Long.MAX_VALUE));
            long count = view.searcher().count(and(found, range));
            if (count > 0) {
                ranges.add(new Found.PriceRange(PRICES.get(i), to, count));
            }
        }
        return ranges;
    }

    private static Query and(Query found, Query filter) {
        return new BooleanQuery.Builder()
                .add(found, Occur.FILTER)
                .add(filter, Occur.FILTER)
                .build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, new BytesRef(value)));
    }
}
