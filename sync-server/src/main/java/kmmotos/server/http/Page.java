package kmmotos.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kmmotos.model.sync.Json;

/// One page of a list. The next one begins after the keys in the cursor, so rows added or removed
/// meanwhile shift nothing.
///
/// @param nextCursor opaque to the caller; absent on the last page
public record Page<T>(List<T> items, Optional<String> nextCursor, boolean hasMore) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MAX_SIZE = 100;

    public Page {
        items = List.copyOf(items);
    }

    /// What the caller asks for.
    ///
    /// @param after the sort keys of the last row seen; empty for the first page
    public record Wanted(int size, List<String> after) {

        public Wanted {
            after = List.copyOf(after);
        }

        /// Reads `page_size` and `cursor`.
        public static Wanted from(ServerRequest request, int keys) {
            return new Wanted(
                    sizeOf(request),
                    request.query()
                            .first("cursor")
                            .map(cursor -> decode(cursor, keys))
                            .orElse(List.of()));
        }

        public boolean first() {
            return after.isEmpty();
        }

        /// How many rows to read: one more than shown tells whether there are more.
        public int rowsToRead() {
            return size + 1;
        }
    }

    /// Makes a page of rows read with [Wanted#rowsToRead].
    public static <T> Page<T> of(List<T> rows, Wanted wanted, Function<T, List<String>> keys) {
        if (rows.size() <= wanted.size()) {
            return new Page<>(rows, Optional.empty(), false);
        }
        List<T> shown = rows.subList(0, wanted.size());
        return new Page<>(shown, Optional.of(encode(keys.apply(shown.getLast()))), true);
    }

    private static int sizeOf(ServerRequest request) {
        String given = request.query().first("page_size").orElse(Integer.toString(DEFAULT_SIZE));
        try {
            int size = Integer.parseInt(given);
            if (size >= 1 && size <= MAX_SIZE) {
                return size;
            }
        } catch (NumberFormatException _) {
            // Told below, with the range.
        }
        throw Problem.badRequest("invalid_page_size", "page_size must be 1.." + MAX_SIZE + ".")
                .refusal();
    }

    private static String encode(List<String> keys) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Json.MAPPER.writeValueAsBytes(keys));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for a list of texts", e);
        }
    }

    private static List<String> decode(String cursor, int keys) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8));
            List<String> after = List.of(Json.MAPPER.readValue(json, String[].class));
            if (after.size() == keys && after.stream().noneMatch(key -> key.indexOf(0) >= 0)) {
                return after;
            }
        } catch (IllegalArgumentException | IOException | NullPointerException _) {
            // Told below.
        }
        throw notOfThisList();
    }

    /// A day that is a key of a cursor.
    public static String day(String key) {
        if (!key.matches("\\d{4}-\\d\\d-\\d\\d")) {
            throw notOfThisList();
        }
        return key;
    }

    /// A whole number that is a key of a cursor.
    public static int number(String key) {
        if (!key.matches("-?\\d{1,9}")) {
            throw notOfThisList();
        }
        return Integer.parseInt(key);
    }

    private static Refusal notOfThisList() {
        return Problem.badRequest("invalid_cursor", "The cursor is not one of this list.")
                .refusal();
    }
}
