/// Taking in the tills' journals, and giving tills their feed and their snapshot.
@NullMarked
package kmmotos.server.sync;

import org.jspecify.annotations.NullMarked;
