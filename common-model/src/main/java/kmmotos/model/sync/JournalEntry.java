package kmmotos.model.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// One entry of a till's journal, as it is stored and sent.
///
/// @param eventId a UUIDv7 made at the till: the only key by which the server knows an event again
/// @param seq its place in the journal, from 1, without gaps
/// @param at the till's clock
/// @param type see [EventType]
/// @param body the event's own JSON
public record JournalEntry(
        UUID eventId, long seq, Instant at, String type, int version, JsonNode body) {

    public static JournalEntry of(UUID eventId, long seq, Instant at, Event event) {
        EventType type = EventType.of(event);
        return new JournalEntry(
                eventId, seq, at, type.wireName(), type.version(), CanonicalJson.tree(event));
    }

    /// What reading an entry's body came to: a newer till may write what this program does not
    /// know.
    public sealed interface Reading {
        record Known(Event event) implements Reading {}

        record UnknownType(String type, int version) implements Reading {}

        /// @param why what is wrong with it, for people
        record Malformed(String why) implements Reading {}
    }

    public Reading read() {
        return EventType.find(type, version)
                .map(this::readAs)
                .orElseGet(() -> new Reading.UnknownType(type, version));
    }

    private Reading readAs(EventType known) {
        try {
            return new Reading.Known(Json.MAPPER.treeToValue(body, known.shape()));
        } catch (JsonProcessingException e) {
            return new Reading.Malformed(e.getOriginalMessage());
        }
    }

    public byte[] canonicalBytes() {
        return canonicalBytes(factBytes());
    }

    /// The canonical bytes, from those of the fact: its place alone is added.
    ///
    /// @param fact see [#factBytes]
    byte[] canonicalBytes(byte[] fact) {
        int tail = fact.length - CanonicalJson.bytes(kind(Json.MAPPER.createObjectNode())).length;
        byte[] place = ("\"seq\":" + seq + ",").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(fact.length + place.length)
                .put(fact, 0, tail + 1)
                .put(place)
                .put(fact, tail + 1, fact.length - tail - 1)
                .array();
    }

    /// The canonical bytes without its place in the journal: the same wherever it stands.
    public byte[] factBytes() {
        ObjectNode entry = Json.MAPPER.createObjectNode();
        entry.put("at", at.toString());
        entry.set("body", body);
        entry.put("event_id", eventId.toString());
        return CanonicalJson.bytes(kind(entry));
    }

    /// The members whose names come after `seq`.
    private ObjectNode kind(ObjectNode entry) {
        return entry.put("type", type).put("version", version);
    }

    public String hashAfter(String previousHash) {
        return hashAfter(previousHash, factBytes());
    }

    /// @param fact see [#factBytes]
    public String hashAfter(String previousHash, byte[] fact) {
        return HashChain.next(previousHash, canonicalBytes(fact));
    }
}
