@NullMarked
package kmmotos.server.reviews;

import org.jspecify.annotations.NullMarked;
