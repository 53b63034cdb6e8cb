/// The index of the catalogue: what it holds, how it is fed by the change feed, its life on disk.
@NullMarked
package kmmotos.server.search.index;

import org.jspecify.annotations.NullMarked;
