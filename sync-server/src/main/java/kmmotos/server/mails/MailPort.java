package kmmotos.server.mails;

import kmmotos.model.mails.MailRequest;

/// Hands a mail to whoever delivers it.
public interface MailPort {

    /// Returns once it was taken over.
    ///
    /// @throws MailRefused if it certainly was not
    void send(MailRequest mail) throws MailRefused;
}
