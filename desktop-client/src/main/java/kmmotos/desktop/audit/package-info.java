/// Who did what at the tills: looked through by day, person and kind, and saved as a file.
@NullMarked
package kmmotos.desktop.audit;

import org.jspecify.annotations.NullMarked;
