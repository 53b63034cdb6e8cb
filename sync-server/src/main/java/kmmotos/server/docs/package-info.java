/// The API's description and the page that shows it.
@NullMarked
package kmmotos.server.docs;

import org.jspecify.annotations.NullMarked;
