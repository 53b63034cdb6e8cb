package kmmotos.server.mails;

/// A mail was not taken over: the mail server is away, or does not want it.
public final class MailRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public MailRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
