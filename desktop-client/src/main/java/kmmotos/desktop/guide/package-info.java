/// The first steps at a new till, each done or skipped once.
@NullMarked
package kmmotos.desktop.guide;

import org.jspecify.annotations.NullMarked;
