/// What hangs on the till: receipt printer, cash drawer, card terminal and scanner, each behind a
/// small interface with a simulated twin.
@NullMarked
package kmmotos.desktop.devices;

import org.jspecify.annotations.NullMarked;
