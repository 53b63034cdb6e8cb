/// Tests of the demo.
@NullMarked
package kmmotos.installers.demo;

import org.jspecify.annotations.NullMarked;
