/// Card payments that were begun at this till.
@NullMarked
package kmmotos.desktop.payments;

import org.jspecify.annotations.NullMarked;
