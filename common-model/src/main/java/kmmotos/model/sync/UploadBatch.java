package kmmotos.model.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A run of journal entries on its way to the server.
///
/// @param prevHash the chain's hash before the first entry
/// @param journalEndSeq the last entry the till has, so that the server can tell its backlog
/// @param signature base64 of the device's Ed25519 signature over [#signedBytes]
public record UploadBatch(
        UUID incarnation,
        long fromSeq,
        String prevHash,
        List<JournalEntry> events,
        long journalEndSeq,
        DeviceClock clock,
        String appVersion,
        String signature) {

    public static final int MAX_EVENTS = 500;
    public static final int MAX_BYTES = 512 * 1024;

    /// An event that alone is over [#MAX_BYTES] travels in a batch of its own, up to this.
    public static final int MAX_SINGLE_EVENT_BYTES = 4 * 1024 * 1024;

    public UploadBatch {
        events = List.copyOf(events);
    }

    /// @param monotonicMillis since the device's boot
    /// @param boot changes at each boot
    public record DeviceClock(Instant wall, long monotonicMillis, String boot) {}

    /// The canonical JSON of everything but the signature.
    public byte[] signedBytes() {
        ObjectNode tree = Json.MAPPER.valueToTree(this);
        tree.remove("signature");
        return CanonicalJson.bytes(tree);
    }

    public UploadBatch signed(String base64Signature) {
        return new UploadBatch(
                incarnation,
                fromSeq,
                prevHash,
                events,
                journalEndSeq,
                clock,
                appVersion,
                base64Signature);
    }
}
