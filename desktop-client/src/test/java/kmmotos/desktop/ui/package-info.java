/// Tests of the shell, and the pictures of every screen.
@NullMarked
package kmmotos.desktop.ui;

import org.jspecify.annotations.NullMarked;
