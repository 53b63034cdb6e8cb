/// The demo: a sample chain, set up through the server's own API, and a day in it.
@NullMarked
package kmmotos.installers.demo;

import org.jspecify.annotations.NullMarked;
