/// What the tests of all features share.
@NullMarked
package kmmotos.model;

import org.jspecify.annotations.NullMarked;
