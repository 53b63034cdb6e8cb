/// Tests of payments at the till.
@NullMarked
package kmmotos.desktop.payments;

import org.jspecify.annotations.NullMarked;
