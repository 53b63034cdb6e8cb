package kmmotos.server.stores;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import kmmotos.model.stores.Till;

/// A till as the server knows it.
///
/// @param replaced whether it was revoked because another device took its place
/// @param clockOffsetMillis how far the till's clock was ahead of the server's when last heard of
/// @param journalEndSeq the last entry of its journal, as it last told
public record EnrolledTill(
        Till till,
        PublicKey key,
        String appVersion,
        Instant enrolledAt,
        Optional<Instant> revokedAt,
        boolean replaced,
        Optional<Instant> lastContact,
        long clockOffsetMillis,
        long journalEndSeq) {

    public boolean revoked() {
        return revokedAt.isPresent();
    }
}
