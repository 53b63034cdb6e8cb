/// The server: wiring, configuration and start-up.
@NullMarked
package kmmotos.server;

import org.jspecify.annotations.NullMarked;
