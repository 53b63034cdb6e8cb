/// Oversell cases: stores that promised more than they have, and what people do about it.
@NullMarked
package kmmotos.server.shortages;

import org.jspecify.annotations.NullMarked;
