/// Who did what at the tills that somebody may ask about later. It is read from the tills'
/// journals, whose chain of hashes proves it.
@NullMarked
package kmmotos.model.audit;

import org.jspecify.annotations.NullMarked;
