package kmmotos.desktop.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;
import kmmotos.desktop.sync.SyncStatus.Connection;

/// What a step does about a reply that answered nothing: tell the board, and wait.
final class Failures {
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private final SyncBoard board;
    private final Backoff backoff;

    Failures(SyncBoard board, RandomGenerator random) {
        this.board = board;
        this.backoff = new Backoff(random);
    }

    void none() {
        backoff.succeeded();
        board.connected(this);
    }

    /// The feed itself says so: the next request would be refused.
    Duration revoked() {
        return waitAfter(new Reply.Refused<>(403, "device_revoked", "told by the feed"));
    }

    Duration waitAfter(Reply<?> reply) {
        return switch (reply) {
            case Reply.Answered<?> _ -> Duration.ZERO;
            case Reply.Busy<?>(Duration retryAfter) -> {
                board.failed(this, Connection.NO_ANSWER, "the server is busy");
                yield backoff.after(retryAfter);
            }
            case Reply.Unreachable<?>(String why) -> {
                board.failed(this, Connection.NO_ANSWER, why);
                yield backoff.afterFailure();
            }
            case Reply.NotOurServer<?>(String why) -> {
                board.failed(this, Connection.WRONG_ADDRESS, why);
                yield backoff.after(Duration.ofSeconds(30));
            }
            case Reply.TooNew<?>(String why) -> {
                board.failed(this, Connection.UPGRADE_NEEDED, why);
                yield backoff.after(REFUSED);
            }
            case Reply.Refused<?>(int status, String code, String detail) -> {
                board.failed(this, connection(status, code), code + ": " + detail);
                yield isRevoked(status, code)
                        ? backoff.after(REFUSED)
                        : backoff.after(Duration.ofSeconds(30));
            }
        };
    }

    private static Connection connection(int status, String code) {
        if (isRevoked(status, code)) {
            return Connection.REVOKED;
        }
        return code.equals("upgrade_needed") ? Connection.UPGRADE_NEEDED : Connection.NO_ANSWER;
    }

    private static boolean isRevoked(int status, String code) {
        return status == 403
                ? code.equals("device_revoked")
                : code.equals("unknown_device") || code.equals("bad_signature");
    }
}
