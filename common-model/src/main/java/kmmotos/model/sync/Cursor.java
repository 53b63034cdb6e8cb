package kmmotos.model.sync;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// How far a till has read each scope of the feed: the last number, and the entry that had it, by
/// which the server can tell that it was itself restored from a backup.
public record Cursor(@JsonValue SortedMap<Scope, Position> positions) {

    public static final Cursor START = new Cursor(new TreeMap<>());

    @JsonCreator
    public Cursor {
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    }

    /// @param entryId empty while nothing was read, `n` = 0
    public record Position(long n, Optional<UUID> entryId) {

        public static final Position START = new Position(0, Optional.empty());
    }

    public Position at(Scope scope) {
        return positions.getOrDefault(scope, Position.START);
    }

    public Cursor with(Scope scope, Position position) {
        SortedMap<Scope, Position> changed = new TreeMap<>(positions);
        changed.put(scope, position);
        return new Cursor(changed);
    }

    public Cursor after(FeedEntry entry) {
        return after(List.of(entry));
    }

    /// @param entries in the order in which they were read
    public Cursor after(List<FeedEntry> entries) {
        Map<Scope, Position> read = new TreeMap<>();
        entries.forEach(entry ->
                read.put(entry.scope(), new Position(entry.n(), Optional.of(entry.entryId()))));
        return with(read);
    }

    public Cursor with(Map<Scope, Position> others) {
        SortedMap<Scope, Position> changed = new TreeMap<>(positions);
        changed.putAll(others);
        return new Cursor(changed);
    }

    /// As a query parameter: base64url of the canonical JSON.
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(CanonicalJson.bytes(this));
    }

    /// @throws IllegalArgumentException if the text is no cursor
    public static Cursor decode(String encoded) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(encoded);
            return Json.MAPPER.convertValue(Json.MAPPER.readTree(json), Cursor.class);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("no cursor: " + encoded, e);
        }
    }
}
