/// Stock as double-entry movements between locations.
@NullMarked
package kmmotos.model.stock;

import org.jspecify.annotations.NullMarked;
