/// Rules that hold for the whole module.
@NullMarked
package kmmotos.installers;

import org.jspecify.annotations.NullMarked;
