/// The line between a till and the server: it drops, doubles, delays and garbles.
@NullMarked
package kmmotos.simulation.network;

import org.jspecify.annotations.NullMarked;
