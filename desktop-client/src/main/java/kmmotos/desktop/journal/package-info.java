/// The till's journal: what happened at the counter, forced to disk fact by fact. It is the truth;
/// the database is rebuilt from it.
@NullMarked
package kmmotos.desktop.journal;

import org.jspecify.annotations.NullMarked;
