/// The line between shop and head office, as something that can be cut.
@NullMarked
package kmmotos.installers.network;

import org.jspecify.annotations.NullMarked;
