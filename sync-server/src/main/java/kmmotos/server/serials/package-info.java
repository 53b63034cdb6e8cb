/// Serial numbers: what tills tell of pieces, and who asks for it.
@NullMarked
package kmmotos.server.serials;

import org.jspecify.annotations.NullMarked;
