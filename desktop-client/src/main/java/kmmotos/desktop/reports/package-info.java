/// What was sold and what is there, as people of a shop look at it: tables with their charts, on
/// screen and in files.
@NullMarked
package kmmotos.desktop.reports;

import org.jspecify.annotations.NullMarked;
