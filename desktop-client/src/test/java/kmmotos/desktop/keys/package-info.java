/// Tests of the keys of the counter.
@NullMarked
package kmmotos.desktop.keys;

import org.jspecify.annotations.NullMarked;
