package kmmotos.server.search.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kmmotos.model.sync.Cursor;
import kmmotos.model.sync.Json;

/// Up to where an index holds what the database has; committed with it.
///
/// @param format how and with which words it was made; one of another format is made anew
/// @param prices the lists in force, by zone
record IndexState(String format, Cursor cursor, SortedMap<String, PriceListInForce> prices) {

    private static final String KEY = "state";

    IndexState {
        prices = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(prices));
    }

    static Optional<IndexState> from(Map<String, String> committed) {
        String json = committed.get(KEY);
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(json, IndexState.class));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    Map<String, String> committed() {
        try {
            return Map.of(KEY, Json.MAPPER.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for the state of an index", e);
        }
    }

    IndexState at(Cursor moved) {
        return new IndexState(format, moved, prices);
    }

    IndexState with(SortedMap<String, PriceListInForce> inForce) {
        return new IndexState(format, cursor, inForce);
    }
}
