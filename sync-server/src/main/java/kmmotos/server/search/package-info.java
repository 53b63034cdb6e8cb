/// The online shop's search: an index beside the database, fed by the change feed.
@NullMarked
package kmmotos.server.search;

import org.jspecify.annotations.NullMarked;
