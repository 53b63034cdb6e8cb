/// What the customer sees while the clerk rings up: a window of its own and a display of two lines.
@NullMarked
package kmmotos.desktop.display;

import org.jspecify.annotations.NullMarked;
