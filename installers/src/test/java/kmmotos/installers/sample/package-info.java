/// Tests of the sample chain.
@NullMarked
package kmmotos.installers.sample;

import org.jspecify.annotations.NullMarked;
