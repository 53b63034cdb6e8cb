package kmmotos.model.sync;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The server's answer to an [UploadBatch]. Its position always wins over the till's own.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "answer")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UploadAnswer.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = UploadAnswer.Gap.class, name = "gap"),
    @JsonSubTypes.Type(value = UploadAnswer.Fork.class, name = "fork")
})
public sealed interface UploadAnswer {

    /// Everything up to `haveSeq` is committed (HTTP 200).
    ///
    /// @param safeSeq everything up to here is in a verified backup; the till may prune it once it
    ///   is old enough
    /// @param quarantined events that are stored but whose effects need a person
    record Ack(
            long haveSeq,
            String haveHash,
            long safeSeq,
            List<Quarantined> quarantined,
            Instant serverTime,
            int maxBatch,
            long retryAfterMs)
            implements UploadAnswer {

        public Ack {
            quarantined = List.copyOf(quarantined);
        }
    }

    record Quarantined(UUID eventId, String code) {}

    /// The batch does not follow what the server has (HTTP 409): the till goes on after `haveSeq`
    /// if its own hash there is the same, and makes a new incarnation if not. With nothing stored,
    /// `haveSeq` is 0 and `haveHash` is the chain's start.
    record Gap(long haveSeq, String haveHash) implements UploadAnswer {}

    /// The server holds other entries under these numbers (HTTP 409): the till makes a new
    /// incarnation.
    record Fork(long haveSeq) implements UploadAnswer {}
}
