/// Head office's window: stock, takings and tills of the whole chain, live from the server.
@NullMarked
package kmmotos.desktop.headoffice;

import org.jspecify.annotations.NullMarked;
