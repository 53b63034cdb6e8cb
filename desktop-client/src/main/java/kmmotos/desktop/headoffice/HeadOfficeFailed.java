package kmmotos.desktop.headoffice;

import org.jspecify.annotations.Nullable;

/// The server didn't give what head office's window asked for.
public final class HeadOfficeFailed extends RuntimeException {

    /// Why, in the terms of the person at the screen; the screen has a text for each.
    public enum Reason {
        /// Nobody answers.
        NOT_REACHED,
        /// Name and password don't belong together.
        SIGN_IN_REFUSED,
        /// Too many wrong passwords, or too many requests.
        WAIT,
        /// The session has ended.
        SIGNED_OUT,
        /// The account may not see the chain.
        NOT_ALLOWED,
        /// It can't be done as things are now; the message says why, in the reader's language.
        REFUSED,
        /// The server answers something else than it should.
        BROKEN
    }

    private final Reason reason;

    public HeadOfficeFailed(Reason reason, String what, @Nullable Throwable cause) {
        super(reason == Reason.REFUSED ? what : reason + ": " + what, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
