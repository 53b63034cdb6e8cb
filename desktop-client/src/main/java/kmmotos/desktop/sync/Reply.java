package kmmotos.desktop.sync;

import java.time.Duration;

/// What came of asking the server. Only [Answered] moves anything; all else means: later, the same
/// again.
public sealed interface Reply<T> {
    record Answered<T>(T answer) implements Reply<T> {}

    /// The server has too much to do (429, 503).
    record Busy<T>(Duration retryAfter) implements Reply<T> {}

    /// The server says no.
    ///
    /// @param code the problem's stable code
    record Refused<T>(int status, String code, String detail) implements Reply<T> {}

    /// Nobody answered: unknown is not failed.
    record Unreachable<T>(String why) implements Reply<T> {}

    /// Somebody answered who is no KM Motos server.
    record NotOurServer<T>(String why) implements Reply<T> {}

    /// The answer holds what only a newer till understands.
    record TooNew<T>(String why) implements Reply<T> {}
}
