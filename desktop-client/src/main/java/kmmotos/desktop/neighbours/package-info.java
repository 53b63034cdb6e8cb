/// The other tills of the shop on its network: found, known by their keys, and asked to keep and to
/// carry what this till writes.
@NullMarked
package kmmotos.desktop.neighbours;

import org.jspecify.annotations.NullMarked;
