/// Rules about the text of the sources, for the tests of every module.
@NullMarked
package kmmotos.model.tidy;

import org.jspecify.annotations.NullMarked;
