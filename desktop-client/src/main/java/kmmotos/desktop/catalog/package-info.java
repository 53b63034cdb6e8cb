/// The catalogue as the till keeps it: found by scan, by words and by motorcycle.
@NullMarked
package kmmotos.desktop.catalog;

import org.jspecify.annotations.NullMarked;
