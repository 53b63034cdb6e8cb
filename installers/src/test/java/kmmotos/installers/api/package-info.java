/// Tests of the API client.
@NullMarked
package kmmotos.installers.api;

import org.jspecify.annotations.NullMarked;
