package kmmotos.server.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// Counts how many hits have each value of a field.
final class FacetCounts extends SimpleCollector {

    private static final int MAX_VALUES = 50;

    private final String field;
    private final Map<String, Long> counts = new HashMap<>();
    private SortedSetDocValues values = DocValues.emptySortedSet();
    private int[] inSegment = new int[0];

    private FacetCounts(String field) {
        this.field = field;
    }

    /// The commonest values, those of equal count by their code.
    static List<Found.Count> of(IndexSearcher searcher, Query query, String field)
            throws IOException {
        Map<String, Long> counts = searcher.search(query, new Manager(field));
        return counts.entrySet().stream()
                .map(entry -> new Found.Count(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Found.Count::count)
                                .reversed()
                                .thenComparing(Found.Count::code))
                .limit(MAX_VALUES)
                .toList();
    }

    private record Manager(String field)
            implements CollectorManager<FacetCounts, Map<String, Long>> {

        @Override
        public FacetCounts newCollector() {
            return new FacetCounts(field);
        }

        @Override
        public Map<String, Long> reduce(Collection<FacetCounts> collectors) throws IOException {
            Map<String, Long> all = new HashMap<>();
            for (FacetCounts one : collectors) {
                one.addSegment();
                one.counts.forEach((value, count) -> all.merge(value, count, Long::sum));
            }
            return all;
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        addSegment();
        values = DocValues.getSortedSet(context.reader(), field);
        inSegment = new int[(int) values.getValueCount()];
    }

    @Override
    public void collect(int document) throws IOException {
        if (values.advanceExact(document)) {
            for (int i = 0; i < values.docValueCount(); i++) {
                inSegment[(int) values.nextOrd()]++;
            }
        }
    }

    /// Values have other numbers in each segment, so they are added up by name.
    private void addSegment() throws IOException {
        for (int i = 0; i < inSegment.length; i++) {
            if (inSegment[i] > 0) {
                long _ =
                        counts.merge(
                                values.lookupOrd(i).utf8ToString(), (long) inSegment[i], Long::sum);
            }
        }
        inSegment = new int[0];
    }
}
