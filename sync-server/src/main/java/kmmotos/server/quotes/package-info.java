/// Quotes that tills made, for the tills of all shops and for head office.
@NullMarked
package kmmotos.server.quotes;

import org.jspecify.annotations.NullMarked;
