/// Who may sign in at this till, and their PINs.
@NullMarked
package kmmotos.desktop.staff;

import org.jspecify.annotations.NullMarked;
