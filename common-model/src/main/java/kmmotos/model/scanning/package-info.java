/// What a scanned code says: which article it is, and what else its label tells.
@NullMarked
package kmmotos.model.scanning;

import org.jspecify.annotations.NullMarked;
