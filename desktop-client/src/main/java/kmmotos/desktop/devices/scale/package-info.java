/// The scale at the counter: what it answers, one real protocol and a simulated twin.
@NullMarked
package kmmotos.desktop.devices.scale;

import org.jspecify.annotations.NullMarked;
