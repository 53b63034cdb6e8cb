/// Stock: what the stores have, and what moves it.
@NullMarked
package kmmotos.server.stock;

import org.jspecify.annotations.NullMarked;
