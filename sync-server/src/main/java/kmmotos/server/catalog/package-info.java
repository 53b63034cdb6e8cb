/// The catalogue: imported by head office, read and searched by the online shop, told to the tills.
@NullMarked
package kmmotos.server.catalog;

import org.jspecify.annotations.NullMarked;
