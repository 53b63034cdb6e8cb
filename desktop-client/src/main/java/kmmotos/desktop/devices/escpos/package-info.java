/// The language of receipt printers: ESC/POS commands and the code pages of their character sets.
@NullMarked
package kmmotos.desktop.devices.escpos;

import org.jspecify.annotations.NullMarked;
