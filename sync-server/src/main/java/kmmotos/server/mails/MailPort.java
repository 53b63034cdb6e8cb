package kmmotos.server.mails;

/// Hands a mail to whoever delivers it.
public interface MailPort {

    /// Returns once it was taken over.
    ///
    /// @throws MailRefused if it certainly was not
    void send(Letter mail) throws MailRefused;
}
