/// The server's HTTP API, as demo, replay and tests call it.
@NullMarked
package kmmotos.installers.api;

import org.jspecify.annotations.NullMarked;
