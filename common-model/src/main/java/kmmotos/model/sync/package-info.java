/// The journal's events, the feed's policies and the messages between till and server.
@NullMarked
package kmmotos.model.sync;

import org.jspecify.annotations.NullMarked;
