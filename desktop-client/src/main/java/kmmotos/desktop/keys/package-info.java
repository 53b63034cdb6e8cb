/// Which key does what at the counter: one table, which a store may change.
@NullMarked
package kmmotos.desktop.keys;

import org.jspecify.annotations.NullMarked;
