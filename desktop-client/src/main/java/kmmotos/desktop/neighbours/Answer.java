package kmmotos.desktop.neighbours;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import kmmotos.model.sync.UploadAnswer;

/// What a neighbour answers to an [Ask].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer_kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Held.class, name = "held"),
    @JsonSubTypes.Type(value = Answer.Carried.class, name = "carried"),
    @JsonSubTypes.Type(value = Answer.NotNow.class, name = "not_now"),
    @JsonSubTypes.Type(value = Answer.Given.class, name = "given"),
    @JsonSubTypes.Type(value = Answer.Done.class, name = "done")
})
public sealed interface Answer {
    /// Up to here I keep that journal, and this is its chain's hash there.
    ///
    /// @param seq -1 if there is nothing of it yet
    record Held(long seq, String hash) implements Answer {}

    /// The server's answer to a batch.
    record Carried(UploadAnswer answer) implements Answer {}

    /// Not me, or not now: no way to the server, or own facts go first.
    record NotNow(String why) implements Answer {}

    /// A parked sale, from now on the asking till's; empty if it is not here any more.
    record Given(Optional<JsonNode> parked) implements Answer {
        public Given {
            parked = parked.filter(JsonNode::isObject);
        }
    }

    record Done() implements Answer {}
}
