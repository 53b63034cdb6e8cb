package kmmotos.server.search;

import java.util.List;
import java.util.UUID;
import kmmotos.server.http.Page;
import kmmotos.server.http.Problem;
import kmmotos.server.search.index.Fields;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The order of hits: by what was asked for, then by name, then by id, so that each hit has one
/// place, and the next page begins after it.
record Order(Wanted.Sort by, String priceField) {

    /// What a place is told by: the first key, the name, the id.
    static final int KEYS = 3;

    Sort sort() {
        return new Sort(
                first(),
                new SortField(Fields.SORT_NAME, SortField.Type.STRING),
                new SortField(Fields.ID, SortField.Type.STRING));
    }

    private SortField first() {
        return switch (by) {
            case RELEVANCE -> SortField.FIELD_SCORE;
            case PRICE -> number(priceField, false, Long.MAX_VALUE);
            case PRICE_DOWN -> number(priceField, true, Long.MIN_VALUE);
            case NAME -> new SortField(Fields.SORT_NAME, SortField.Type.STRING);
            case NEWEST -> number(Fields.LISTED, true, Long.MIN_VALUE);
        };
    }

    /// What has no price comes last either way.
    private static SortField number(String field, boolean down, long missing) {
        return LongField.newSortField(field, down, SortedNumericSelector.Type.MIN, missing);
    }

    List<String> keys(FieldDoc hit) {
        return List.of(key(hit.fields[0]), key(hit.fields[1]), key(hit.fields[2]));
    }

    private static String key(Object value) {
        return value instanceof BytesRef bytes ? bytes.utf8ToString() : String.valueOf(value);
    }

    /// The hit after which the page begins.
    @Nullable FieldDoc after(Page.Wanted page) {
        if (page.first()) {
            return null;
        }
        try {
            String first = page.after().getFirst();
            UUID id = UUID.fromString(page.after().getLast());
            Object[] fields = {value(first), bytes(page.after().get(1)), bytes(id.toString())};
            return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("invalid_cursor", "The cursor is not one of this list.")
                    .refusal();
        }
    }

    private Object value(String key) {
        return switch (by) {
            case RELEVANCE -> Float.valueOf(key);
            case PRICE, PRICE_DOWN, NEWEST -> Long.valueOf(key);
            case NAME -> bytes(key);
        };
    }

    private static BytesRef bytes(String key) {
        return new BytesRef(key);
    }
}
