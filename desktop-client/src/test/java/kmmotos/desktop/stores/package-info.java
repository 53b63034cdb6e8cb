/// Tests of the first run and of opening.
@NullMarked
package kmmotos.desktop.stores;

import org.jspecify.annotations.NullMarked;
