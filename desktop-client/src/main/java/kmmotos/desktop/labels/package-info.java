/// Labels for shelves and goods: on a label printer (ZPL) or on sheets of A4 (PDF).
@NullMarked
package kmmotos.desktop.labels;

import org.jspecify.annotations.NullMarked;
