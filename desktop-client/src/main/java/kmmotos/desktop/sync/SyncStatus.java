package kmmotos.desktop.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.model.sync.UploadAnswer;

/// How the sync stands, in plain facts.
///
/// @param recorded facts in the journal
/// @param confirmed those of them the server has confirmed
/// @param lastContact when the server answered last; never, since the till was started, if empty
/// @param clockAhead how far the till's clock is ahead of the server's; below 0 if behind
/// @param quarantined facts that are stored but whose effects need a person
/// @param problem what the last try ran into, for the log; empty if it went well
public record SyncStatus(
        String server,
        Connection connection,
        long recorded,
        long confirmed,
        Optional<Instant> lastContact,
        Duration clockAhead,
        List<UploadAnswer.Quarantined> quarantined,
        Optional<String> problem) {

    /// Of the two directions the worse one counts: they are ordered by how bad they are.
    public enum Connection {
        /// Not tried yet.
        UNKNOWN,
        CONNECTED,
        NO_ANSWER,
        WRONG_ADDRESS,
        /// The server speaks of things that only a newer till understands.
        UPGRADE_NEEDED,
        /// Head office has revoked this till; it goes on selling.
        REVOKED
    }

    public SyncStatus {
        quarantined = List.copyOf(quarantined);
    }

    public long backlog() {
        return recorded - confirmed;
    }
}
