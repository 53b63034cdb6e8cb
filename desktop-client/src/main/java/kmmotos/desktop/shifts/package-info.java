/// Shifts: opened with a float, looked at with an X report, sealed with a Z report.
@NullMarked
package kmmotos.desktop.shifts;

import org.jspecify.annotations.NullMarked;
