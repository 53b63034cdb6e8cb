/// Mails to customers that a till asks the server to send.
@NullMarked
package kmmotos.model.mails;

import org.jspecify.annotations.NullMarked;
