/// Products that customers want to remember.
@NullMarked
package kmmotos.server.wishes;

import org.jspecify.annotations.NullMarked;
