/// Sales: the books that the tills' facts fill.
@NullMarked
package kmmotos.server.sales;

import org.jspecify.annotations.NullMarked;
