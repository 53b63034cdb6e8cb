package kmmotos.desktop.neighbours;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import kmmotos.model.sync.UploadBatch;

/// What a till asks of a neighbour; each is answered by one [Answer].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ask.Have.class, name = "have"),
    @JsonSubTypes.Type(value = Ask.Keep.class, name = "keep"),
    @JsonSubTypes.Type(value = Ask.Carry.class, name = "carry"),
    @JsonSubTypes.Type(value = Ask.Show.class, name = "show"),
    @JsonSubTypes.Type(value = Ask.Take.class, name = "take"),
    @JsonSubTypes.Type(value = Ask.Took.class, name = "took")
})
public sealed interface Ask {
    /// How far do you keep this journal of mine? Asked at times to say that one is there.
    ///
    /// @param confirmed what the server has confirmed of it
    record Have(UUID incarnation, long confirmed) implements Ask {}

    /// Keep these facts of mine.
    ///
    /// @param batch signed by the asking till, as the server takes it
    /// @param retold up to here the journal repeats what older journals told
    /// @param confirmed what the server has confirmed of this journal
    record Keep(UploadBatch batch, long retold, long confirmed) implements Ask {}

    /// Hand this batch of mine to the server and tell me its answer.
    record Carry(UploadBatch batch) implements Ask {}

    /// These are the sales that are parked at my counter now.
    record Show(List<JsonNode> parked) implements Ask {
        static final int MAX_PARKED = 200;

        public Show {
            parked = List.copyOf(parked);
        }
    }

    /// Give me this parked sale of yours.
    record Take(UUID id) implements Ask {}

    /// I have it on my disk: yours may go.
    record Took(UUID id) implements Ask {}
}
