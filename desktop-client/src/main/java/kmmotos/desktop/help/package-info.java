/// What a screen is for and which keys it has, to be looked up and to be printed.
@NullMarked
package kmmotos.desktop.help;

import org.jspecify.annotations.NullMarked;
