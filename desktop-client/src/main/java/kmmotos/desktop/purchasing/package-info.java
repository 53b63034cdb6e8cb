/// What the shop awaits from suppliers, and taking it in.
@NullMarked
package kmmotos.desktop.purchasing;

import org.jspecify.annotations.NullMarked;
