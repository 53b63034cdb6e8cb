/// Mails to customers: what tills ask for waits in an outbox until it is sent, at most once.
@NullMarked
package kmmotos.server.mails;

import org.jspecify.annotations.NullMarked;
