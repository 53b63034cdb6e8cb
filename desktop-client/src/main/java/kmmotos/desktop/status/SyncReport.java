package kmmotos.desktop.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kmmotos.model.sync.Concern;

/// How the till stands with the server right now.
///
/// @param written entries in the journal
/// @param confirmed entries that the server has committed
/// @param lastContact when the server answered last
/// @param server its address, as entered at enrolment
/// @param clockOff how far the till's clock is ahead of the server's; negative when behind
/// @param quarantined facts that are stored but whose effects need a person
/// @param spaceLow whether the disk of the journal is getting full
/// @param others the other tills of the shop
/// @param carrier the number of the till that sends for this one, if its own line is cut
public record SyncReport(
        long written,
        long confirmed,
        Optional<Instant> lastContact,
        Connection connection,
        String server,
        Duration clockOff,
        List<Quarantined> quarantined,
        boolean spaceLow,
        List<OtherTill> others,
        Optional<Integer> carrier) {

    /// From here on a clock is worth a warning; requests are signed with the server's time anyway.
    public static final Duration MAX_CLOCK_OFF = Duration.ofMinutes(2);

    /// How the last try to talk to the server went.
    public enum Connection {
        CONNECTED,
        /// Nobody answers: no network, or the server is off.
        NO_ANSWER,
        /// Something answers there, but it isn't a KM Motos server.
        WRONG_ADDRESS,
        /// Head office has withdrawn this till.
        REVOKED,
        /// The server is newer and asks for a newer till before it sends changes.
        UPGRADE_NEEDED
    }

    /// @param code the server's code for what is wrong
    /// @param about empty if the till no longer has the fact
    public record Quarantined(String code, Optional<Concern> about) {}

    /// Another till of the shop.
    ///
    /// @param receipt the newest receipt of this till that it keeps
    /// @param keeps whether it goes on keeping what this till writes
    public record OtherTill(
            int number, String name, boolean connected, Optional<String> receipt, boolean keeps) {}

    public SyncReport {
        quarantined = List.copyOf(quarantined);
        others = List.copyOf(others);
    }

    public SyncReport withOthers(List<OtherTill> tills, Optional<Integer> sending) {
        return new SyncReport(
                written,
                confirmed,
                lastContact,
                connection,
                server,
                clockOff,
                quarantined,
                spaceLow,
                tills,
                sending);
    }

    /// Of a till that is alone in its shop.
    public SyncReport(
            long written,
            long confirmed,
            Optional<Instant> lastContact,
            Connection connection,
            String server,
            Duration clockOff,
            List<Quarantined> quarantined,
            boolean spaceLow) {
        this(
                written,
                confirmed,
                lastContact,
                connection,
                server,
                clockOff,
                quarantined,
                spaceLow,
                List.of(),
                Optional.empty());
    }

    public long backlog() {
        return Math.max(0, written - confirmed);
    }
}
