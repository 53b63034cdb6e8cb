package kmmotos.model.sync;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One entry of a till's journal, as it is stored and sent. What its body says and its bytes are
/// worked out once, however many want to know them.
@JsonPropertyOrder({"event_id", "seq", "at", "type", "version", "body"})
public final class JournalEntry {

    private final UUID eventId;
    private final long seq;
    private final Instant at;
    private final String type;
    private final int version;
    private final JsonNode body;
    private volatile @Nullable Reading reading;
    private volatile byte @Nullable [] fact;

    /// @param eventId a UUIDv7 made at the till: the only key by which the server knows an event
    ///   again
    /// @param seq its place in the journal, from 1, without gaps
    /// @param at the till's clock
    /// @param type see [EventType]
    /// @param body the event's own JSON; nobody changes it any more
    @JsonCreator
    public JournalEntry(
            @JsonProperty("event_id") UUID eventId,
            @JsonProperty("seq") long seq,
            @JsonProperty("at") Instant at,
            @JsonProperty("type") String type,
            @JsonProperty("version") int version,
            @JsonProperty("body") JsonNode body) {
        this.eventId = eventId;
        this.seq = seq;
        this.at = at;
        this.type = type;
        this.version = version;
        this.body = body;
    }

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
        Reading known = reading;
        if (known == null) {
            known =
                    EventType.find(type, version)
                            .map(this::readAs)
                            .orElseGet(() -> new Reading.UnknownType(type, version));
            reading = known;
        }
        return known;
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
        byte[] known = fact;
        if (known == null) {
            known = writeFact();
            fact = known;
        }
        return known;
    }

    private byte[] writeFact() {
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

    @JsonProperty("event_id")
    public UUID eventId() {
        return eventId;
    }

    @JsonProperty("seq")
    public long seq() {
        return seq;
    }

    @JsonProperty("at")
    public Instant at() {
        return at;
    }

    @JsonProperty("type")
    public String type() {
        return type;
    }

    @JsonProperty("version")
    public int version() {
        return version;
    }

    @JsonProperty("body")
    public JsonNode body() {
        return body;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JournalEntry that
                && eventId.equals(that.eventId)
                && seq == that.seq
                && at.equals(that.at)
                && type.equals(that.type)
                && version == that.version
                && body.equals(that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(eventId, seq);
    }

    @Override
    public String toString() {
        return "entry %d: %s %d %s at %s %s".formatted(seq, type, version, eventId, at, body);
    }
}
