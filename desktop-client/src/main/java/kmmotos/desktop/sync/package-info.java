/// The till's side of the sync: facts go up, policy comes down.
@NullMarked
package kmmotos.desktop.sync;

import org.jspecify.annotations.NullMarked;
