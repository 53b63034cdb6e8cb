/// Orders that customers made at counters, with their deposits, for the tills of their shop and for
/// head office.
@NullMarked
package kmmotos.server.deposits;

import org.jspecify.annotations.NullMarked;
