/// State that can be set back: to before a transaction that failed, or to an old backup.
@NullMarked
package kmmotos.simulation.history;

import org.jspecify.annotations.NullMarked;
